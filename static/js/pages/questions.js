import { makeReadable } from "../charts/reader.js";

const { axis, charts } = JSON.parse(document.getElementById("chart-data").textContent);

for (const chart of document.querySelectorAll("[data-chart]")) {
  const { x, text } = charts[chart.dataset.chart];
  const readings = x.map((day, index) => ({ x: day, words: () => text[index] }));
  makeReadable(chart, { axis, readings, name: chart.closest("section").querySelector("h2").textContent });
}
