import { closeOnLeaving } from "../lib/menu.js";
import { sendOnce } from "../lib/submit.js";
import { deviceZone } from "../lib/zone.js";

document.querySelectorAll("details.menu").forEach(closeOnLeaving);
document.querySelectorAll("form[method=post]").forEach(sendOnce);
document.querySelectorAll("input[data-device-zone]").forEach((input) => {
  input.value ||= deviceZone();
});
