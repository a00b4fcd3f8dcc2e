import { colour } from "./theme.js";

/**
 * A chart that fills the canvas of a plot between the gutters that the page gives all its plots. Days and ticks along
 * the bottom are drawn by the page itself; `most` is the top of the scale, whose labels end at 10.
 */
export function draw(plot, { axis, most, datasets, plugins }) {
  const area = plot.querySelector(".plot-area");
  const gutter = area.offsetLeft;
  return new window.Chart(plot.querySelector("canvas"), {
    type: "line",
    data: { datasets: datasets() },
    plugins,
    options: {
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      layout: { padding: { right: plot.clientWidth - gutter - area.offsetWidth, top: 6 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, decimation: { enabled: false } },
      scales: {
        x: { type: "linear", display: false, min: axis.from, max: axis.to },
        y: {
          min: 0,
          max: most,
          afterFit: (scale) => {
            scale.width = gutter;
          },
          afterBuildTicks: (scale) => {
            scale.ticks = [0, 2, 4, 6, 8, 10].map((value) => ({ value }));
          },
          border: { display: false },
          grid: { color: () => colour("--rule"), drawTicks: false },
          ticks: { color: () => colour("--ink-soft"), padding: 8, font: { size: 13 }, maxRotation: 0, autoSkip: false },
        },
      },
    },
  });
}

/** Draws with the colours of the theme in force. */
export function redraw(chart, datasets) {
  chart.data.datasets = datasets();
  chart.update("none");
}

/** Points with a hole wherever more than `step` days lie between two of them: a gap stays a gap. */
export function withGaps(x, y, step) {
  const points = [];
  x.forEach((day, index) => {
    if (index > 0 && day - x[index - 1] > step) points.push({ x: day - step, y: NaN });
    points.push({ x: day + step / 2, y: y[index] ?? NaN });
  });
  return points;
}
