import { closeOnLeaving } from "../lib/menu.js";
import { sendOnce } from "../lib/submit.js";

document.querySelectorAll("details.menu").forEach(closeOnLeaving);
document.querySelectorAll("form[method=post]").forEach(sendOnce);
