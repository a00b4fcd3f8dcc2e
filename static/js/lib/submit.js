/**
 * A second press on Save while the first is on its way does nothing; a while later, or on coming back, it works again.
 * Without a connection the page stays with all that was typed, where the browser would replace it by its own error.
 */
export function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      sayOffline(event.submitter?.closest(".sticky-save") ?? form);
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    setTimeout(() => {
      if (!event.defaultPrevented) form.dataset.sent = "yes";
    });
    setTimeout(() => delete form.dataset.sent, 5000);
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

function sayOffline(place) {
  unsay();
  place.append(document.getElementById("offline").content.cloneNode(true));
  window.addEventListener("online", unsay, { once: true });
}

function unsay() {
  document.querySelector(".offline")?.remove();
}
