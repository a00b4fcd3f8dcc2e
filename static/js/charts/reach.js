/** The days (or weeks, or months) to read, in order: how far down the leg on each side. */
export function reachReadings({ reach }) {
  return reach.x.map((day, index) => ({
    x: day,
    words: () => {
      const sides = reach.sides
        .filter((side) => side.stations[index] !== null)
        .map((side) => `${side.label}: ${reach.words[side.stations[index]]}.`);
      const label = reach.labels[index];
      return `${label[0].toUpperCase()}${label.slice(1)}. ${sides.join(" ")}`;
    },
  }));
}
