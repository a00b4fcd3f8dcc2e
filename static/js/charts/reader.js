const cursors = [];
const PAGE = 10;
const HINT = matchMedia("(pointer: coarse)").matches
  ? "Touch the chart to read it."
  : "Point at the chart to read it, or use the arrow keys.";

/**
 * Lets a person read a chart point by point, with the pointer or with the keyboard. Both show the same words in the
 * same line. Left and Right go to the next point, Up and Down to the next marked one, Page Up and Page Down ten
 * points on, Home and End to the ends.
 *
 * `readings` are in order: `{x, words(), marked}`, x on the axis that all charts of the page share.
 */
export function makeReadable(chart, { axis, readings, name }) {
  const plot = chart.querySelector(".plot");
  const area = plot.querySelector(".plot-area");
  const readout = chart.querySelector(".readout");
  if (!readings.length) return;
  let at = -1;
  cursors.push(addCursor(area));
  plot.tabIndex = 0;
  plot.setAttribute("role", "application");
  plot.setAttribute("aria-roledescription", "chart");
  plot.setAttribute("aria-label", `${name}. Read it with the arrow keys.`);
  readout.textContent = HINT;

  function show(index) {
    const next = Math.min(Math.max(index, 0), readings.length - 1);
    if (next === at) return;
    at = next;
    readout.textContent = readings[at].words();
    readout.classList.remove("soft");
    const share = (readings[at].x - axis.from) / (axis.to - axis.from);
    for (const cursor of cursors) {
      cursor.hidden = false;
      cursor.style.left = `${100 * share}%`;
    }
  }

  plot.addEventListener("pointermove", (event) => show(nearest(readings, dayUnder(event, area, axis))));
  plot.addEventListener("pointerdown", (event) => show(nearest(readings, dayUnder(event, area, axis))));
  plot.addEventListener("focus", () => {
    if (at < 0 && plot.matches(":focus-visible")) show(readings.length - 1);
  });
  plot.addEventListener("keydown", (event) => {
    const index = step(event.key, at, readings);
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(index);
  });
}

function step(key, at, readings) {
  switch (key) {
    case "ArrowLeft":
      return at - 1;
    case "ArrowRight":
      return at + 1;
    case "PageUp":
      return at - PAGE;
    case "PageDown":
      return at + PAGE;
    case "Home":
      return 0;
    case "End":
      return readings.length - 1;
    case "ArrowUp":
      return otherMarked(readings, at, -1);
    case "ArrowDown":
      return otherMarked(readings, at, 1);
    default:
      return undefined;
  }
}

function otherMarked(readings, at, direction) {
  for (let index = at + direction; index >= 0 && index < readings.length; index += direction) {
    if (readings[index].marked) return index;
  }
  return undefined;
}

function addCursor(area) {
  const cursor = document.createElement("div");
  cursor.className = "cursor";
  cursor.hidden = true;
  area.append(cursor);
  return cursor;
}

function dayUnder(event, area, axis) {
  const { left, width } = area.getBoundingClientRect();
  return axis.from + ((event.clientX - left) / width) * (axis.to - axis.from);
}

/** The reading whose x is closest; they are in order, so halving finds it at once. */
function nearest(readings, x) {
  let low = 0;
  let high = readings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readings[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - readings[low - 1].x < readings[low].x - x ? low - 1 : low;
}
