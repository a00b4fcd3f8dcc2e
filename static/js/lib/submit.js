/** A second press on Save while the first is on its way does nothing; a while later, or on coming back, it works again. */
export function sendOnce(form) {
  form.addEventListener("submit", (event) => {
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
