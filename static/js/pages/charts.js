import { drawPain, painReadings } from "../charts/pain.js";
import { reachReadings } from "../charts/reach.js";
import { makeReadable } from "../charts/reader.js";
import { drawSessions, sessionReadings } from "../charts/sessions.js";
import { stripReadings } from "../charts/strips.js";
import { onThemeChange } from "../charts/theme.js";

const data = JSON.parse(document.getElementById("chart-data").textContent);
const draw = { pain: drawPain, sessions: drawSessions };
const readings = {
  pain: painReadings,
  sessions: sessionReadings,
  places: ({ places }) => stripReadings(places),
  kinds: ({ kinds }) => stripReadings(kinds),
  reach: reachReadings,
  signs: ({ signs }) => stripReadings(signs),
};

for (const chart of document.querySelectorAll("[data-chart]")) {
  const { chart: subject } = chart.dataset;
  const name = chart.closest("section").querySelector("h2").textContent;
  chart.hidden = false;
  makeReadable(chart, { axis: data.axis, readings: readings[subject](data), name });
  if (draw[subject]) onThemeChange(draw[subject](chart.querySelector(".plot"), data));
}
