/** The colour of a token such as "--pain" in the theme in force. */
export function colour(token) {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim() || "gray";
}

/** Calls back whenever the device or the person changes between light and dark. */
export function onThemeChange(redraw) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
