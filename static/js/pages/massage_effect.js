import { aroundReadings, drawAround } from "../charts/around.js";
import { makeReadable } from "../charts/reader.js";
import { onThemeChange } from "../charts/theme.js";

const around = JSON.parse(document.getElementById("around-data").textContent);
const chart = document.querySelector("[data-chart=around]");
const name = chart.closest("section").querySelector("h2").textContent;

chart.hidden = false;
makeReadable(chart, { axis: around.axis, readings: aroundReadings(around), name });
onThemeChange(drawAround(chart.querySelector(".plot"), around));
