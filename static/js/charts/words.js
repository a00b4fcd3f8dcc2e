const MILLISECONDS_A_DAY = 86_400_000;
// The server writes the day before the month; plain "en" would not.
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const long = new Intl.DateTimeFormat(language, {
  weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});
const short = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const rating = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** "Tuesday 3 November 2026", from the number of days since 1 January 1970. */
export function dayInWords(day) {
  return long.format(day * MILLISECONDS_A_DAY).replace(",", "");
}

/** "week of 2 November 2026". */
export function weekInWords(monday) {
  return `Week of ${short.format(monday * MILLISECONDS_A_DAY)}`;
}

export function number(value) {
  return rating.format(value);
}

/** "1 day", "2 days". */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
