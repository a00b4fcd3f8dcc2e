import { dayInWords, weekInWords } from "./words.js";

/** The days (or weeks) to read, in order: how far down the leg on each side. */
export function reachReadings({ reach }) {
  const weekly = reach.unit === "week";
  return reach.x.map((day, index) => ({
    x: day + (weekly ? 3.5 : 0.5),
    words: () => {
      const sides = reach.sides
        .filter((side) => side.stations[index] !== null)
        .map((side) => `${side.label}: ${reach.words[side.stations[index]]}.`);
      return `${weekly ? weekInWords(day) : dayInWords(day)}. ${sides.join(" ") || "Not on the leg."}`;
    },
  }));
}
