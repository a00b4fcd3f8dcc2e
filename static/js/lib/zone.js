/** The time zone that this device is in, such as "Europe/Berlin"; "" where the browser does not say. */
export function deviceZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}
