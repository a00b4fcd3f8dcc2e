import { counted, number } from "./words.js";

/** The spans to read of a chart made of rows, in order: what was named in each, and on how many of its days. */
export function stripReadings(strips) {
  return strips.x.map((day, index) => ({
    x: (day + (strips.x[index + 1] ?? strips.to)) / 2,
    words: () => `${capital(strips.labels[index])}: ${spanInWords(strips, index)}.`,
  }));
}

function spanInWords(strips, index) {
  const named = strips.named[index];
  if (named === 0) return "nothing named";
  const rows = strips.rows
    .filter((row) => row.days[index] > 0)
    .sort((one, other) => other.days[index] - one.days[index])
    .map((row) => `${row.label} ${row.days[index]} (${number(row.strength[index])})`);
  return `${counted(named, "day")}. ${rows.join(", ") || "Nothing was felt"}`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
