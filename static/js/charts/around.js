import { draw, redraw } from "./plot.js";
import { colour } from "./theme.js";
import { counted, number } from "./words.js";

/** Draws mean pain around massages over that around days like them; returns how to draw it again. */
export function drawAround(plot, around) {
  const datasets = () => [
    {
      ...line(around.x, around.massage),
      borderColor: colour("--massage"),
      borderWidth: 2.5,
      pointRadius: 4,
      pointBackgroundColor: colour("--massage"),
      pointBorderWidth: 0,
    },
    {
      ...line(around.x, around.alike),
      borderColor: colour("--usual"),
      borderWidth: 2,
      borderDash: [6, 4],
      pointStyle: "rect",
      pointRadius: 4.5,
      pointBackgroundColor: colour("--ground"),
      pointBorderColor: colour("--usual"),
      pointBorderWidth: 1.75,
    },
  ];
  const chart = draw(plot, { axis: around.axis, most: 10, datasets, plugins: [] });
  return () => redraw(chart, datasets);
}

/** The days to read, in order. */
export function aroundReadings(around) {
  return around.x.map((offset, index) => ({
    x: offset,
    marked: offset === 0,
    words: () =>
      `${capital(around.labels[index])}: massages ${said(around.massage[index], around.massageDays[index])}, ` +
      `days like them ${said(around.alike[index], around.alikeDays[index])}.`,
  }));
}

function line(x, y) {
  return { data: x.map((offset, index) => ({ x: offset, y: y[index] ?? NaN })) };
}

function said(mean, days) {
  return mean === null ? "not logged" : `${number(mean)} (${counted(days, "day")})`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
