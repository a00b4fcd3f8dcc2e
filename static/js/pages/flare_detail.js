import { drawPain, painReadings } from "../charts/pain.js";
import { makeReadable } from "../charts/reader.js";
import { onThemeChange } from "../charts/theme.js";

const data = JSON.parse(document.getElementById("chart-data").textContent);
const chart = document.querySelector("[data-chart=pain]");
const name = chart.closest("section").querySelector("h2").textContent;

chart.hidden = false;
makeReadable(chart, { axis: data.axis, readings: painReadings(data), name });
onThemeChange(drawPain(chart.querySelector(".plot"), data));
