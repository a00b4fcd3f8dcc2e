import { makeReadable } from "../charts/reader.js";

const data = JSON.parse(document.getElementById("chart-data").textContent);
const chart = document.querySelector("[data-chart='day']");
const readings = data.x.map((x, index) => ({ x, words: () => data.text[index] }));

makeReadable(chart, { axis: data.axis, readings, name: chart.closest("section").querySelector("h2").textContent });
