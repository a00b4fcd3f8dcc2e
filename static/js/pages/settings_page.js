import { deviceZone } from "../lib/zone.js";

/* Offer the device's zone where it is in the list and not chosen already. */
const select = document.querySelector("#id_time_zone");
const offer = document.querySelector("#zone-here");
const zone = deviceZone();
const listed = [...select.options].some((option) => option.value === zone);

function show() {
  offer.hidden = !listed || select.value === zone;
}

offer.querySelector("b").textContent = zone;
offer.querySelector("button").addEventListener("click", () => {
  select.value = zone;
  show();
  select.focus();
});
select.addEventListener("change", show);
show();
