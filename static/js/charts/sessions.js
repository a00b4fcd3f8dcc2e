import { draw, redraw } from "./plot.js";
import { colour } from "./theme.js";
import { dayInWords } from "./words.js";

/** Draws each session from its rating before to the one right after; returns how to draw it again. */
export function drawSessions(plot, { axis, sessions }) {
  const radius = (plot.clientWidth / (axis.to - axis.from)) * 7 > 8 ? 4.5 : 3;
  const datasets = () => [
    { ...marks(sessions.x, sessions.after, radius), pointBackgroundColor: colour("--massage"), pointBorderWidth: 0 },
    {
      ...marks(sessions.x, sessions.before, radius - 0.5),
      pointBackgroundColor: colour("--ground"),
      pointBorderColor: colour("--massage"),
      pointBorderWidth: 1.75,
    },
  ];
  const chart = draw(plot, { axis, most: 10, datasets, plugins: [pairs(sessions)] });
  return () => redraw(chart, datasets);
}

/** The sessions to read, in order, each with its words. */
export function sessionReadings({ sessions }) {
  return sessions.x.map((day, index) => ({
    x: day + 0.5,
    words: () => `${dayInWords(day)}: ${sessions.text[index]}.`,
  }));
}

function marks(x, ratings, radius) {
  const data = x.map((day, index) => ({ x: day + 0.5, y: ratings[index] ?? NaN }));
  return { data, showLine: false, pointRadius: radius, clip: false };
}

/** A line between the two ratings of each session that has both. */
function pairs(sessions) {
  return {
    id: "pairs",
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      ctx.save();
      ctx.strokeStyle = colour("--massage");
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      sessions.x.forEach((day, index) => {
        if (sessions.before[index] === null || sessions.after[index] === null) return;
        const at = x.getPixelForValue(day + 0.5);
        ctx.moveTo(at, y.getPixelForValue(sessions.before[index]));
        ctx.lineTo(at, y.getPixelForValue(sessions.after[index]));
      });
      ctx.stroke();
      ctx.restore();
    },
  };
}
