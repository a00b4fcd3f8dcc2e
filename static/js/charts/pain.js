import { draw, redraw, withGaps } from "./plot.js";
import { colour } from "./theme.js";
import { counted, dayInWords, number, weekInWords } from "./words.js";

const STEP = { day: 1, week: 7 };
const MARKS_AT = 10.7;

/** Draws pain by day or by week, with massages as marks above it; returns how to draw it again. */
export function drawPain(plot, { axis, pain, sessions }) {
  const step = STEP[pain.unit];
  const datasets = () => lines(pain, sessions, step, plot.clientWidth / (axis.to - axis.from));
  const chart = draw(plot, { axis, most: 11.2, datasets, plugins: [ranges(pain, step)] });
  return () => redraw(chart, datasets);
}

/** The days (or weeks) to read: those with pain or a massage, in order, each with its words. */
export function painReadings({ pain, sessions, flares }) {
  const step = STEP[pain.unit];
  const weekly = step === 7;
  // Day 4 of 1970 is the first Monday, 5 January.
  const startOf = (day) => (weekly ? day - ((((day - 4) % 7) + 7) % 7) : day);
  const massages = new Map();
  sessions.x.forEach((day, index) => {
    massages.set(startOf(day), [...(massages.get(startOf(day)) ?? []), sessions.text[index]]);
  });
  const indexOf = new Map(pain.x.map((day, index) => [day, index]));
  return [...new Set([...pain.x, ...massages.keys()])].sort((a, b) => a - b).map((day) => ({
    x: day + step / 2,
    marked: massages.has(day),
    words: () =>
      [
        `${weekly ? weekInWords(day) : dayInWords(day)}: ${painInWords(pain, indexOf.get(day), weekly)}.`,
        ...(massages.get(day) ?? []).map((text) => `Massage: ${text}.`),
        ...flares
          .filter((flare) => flare.from < day + step && flare.to > day)
          .map((flare) => `In a ${flare.text}.`),
      ].join(" "),
  }));
}

function painInWords(pain, index, weekly) {
  if (index === undefined) return "no pain logged";
  const range =
    pain.least[index] === pain.worst[index]
      ? ""
      : `, between ${number(pain.least[index])} and ${number(pain.worst[index])}`;
  const count = weekly ? counted(pain.n[index], "day") : counted(pain.n[index], "entry", "entries");
  const median = pain.median[index] ?? null;
  const middle = median === null ? "" : `; 7-day middle ${number(median)}`;
  return `mean ${number(pain.mean[index])}${range}, ${count}${middle}`;
}

function lines(pain, sessions, step, pixelsADay) {
  const mean = withGaps(pain.x, pain.mean, step);
  const alone = mean.map((_, index) => !isThere(mean[index - 1]) && !isThere(mean[index + 1]));
  const dots = step === 1 && pixelsADay > 5;
  return [
    {
      data: sessions.x.map((day) => ({ x: day + 0.5, y: MARKS_AT })),
      showLine: false,
      pointStyle: "triangle",
      pointRotation: 180,
      pointRadius: pixelsADay > 1.5 ? 5 : 3.5,
      pointBackgroundColor: colour("--massage"),
      pointBorderWidth: 0,
      clip: false,
    },
    pain.median.length && {
      data: withGaps(pain.x, pain.median, step),
      borderColor: colour("--ink"),
      borderWidth: 2.5,
      pointRadius: 0,
      borderJoinStyle: "round",
    },
    {
      data: mean,
      borderColor: colour("--pain"),
      borderWidth: step === 1 || pixelsADay * step < 1 ? 1 : 1.75,
      pointRadius: mean.map((_, index) => (dots || alone[index] ? 2.5 : 0)),
      pointBackgroundColor: colour("--pain"),
      pointBorderWidth: 0,
    },
  ].filter(Boolean);
}

function isThere(point) {
  return point !== undefined && !Number.isNaN(point.y);
}

/** From the least to the worst rating of each day, behind the lines. */
function ranges(pain, step) {
  return {
    id: "ranges",
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      const pixels = (x.width / (x.max - x.min)) * step;
      ctx.save();
      ctx.strokeStyle = colour("--pain");
      ctx.globalAlpha = pixels > 4 ? 0.4 : 0.25;
      ctx.lineWidth = Math.min(4, Math.max(0.75, pixels * 0.5));
      ctx.beginPath();
      pain.x.forEach((day, index) => {
        const at = x.getPixelForValue(day + step / 2);
        ctx.moveTo(at, y.getPixelForValue(pain.least[index]));
        ctx.lineTo(at, y.getPixelForValue(pain.worst[index]));
      });
      ctx.stroke();
      ctx.restore();
    },
  };
}
