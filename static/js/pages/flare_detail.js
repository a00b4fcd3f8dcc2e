import { drawPain, painReadings } from "../charts/pain.js";
import { reachReadings } from "../charts/reach.js";
import { makeReadable } from "../charts/reader.js";
import { onThemeChange } from "../charts/theme.js";

const data = JSON.parse(document.getElementById("chart-data").textContent);
const readings = { pain: painReadings, reach: reachReadings };

for (const chart of document.querySelectorAll("[data-chart]")) {
  const { chart: subject } = chart.dataset;
  const name = chart.closest("section").querySelector("h2").textContent;
  chart.hidden = false;
  makeReadable(chart, { axis: data.axis, readings: readings[subject](data), name });
  if (subject === "pain") onThemeChange(drawPain(chart.querySelector(".plot"), data));
}
