const PAUSE = 700;

/** Keeps what is in a form on the server, at `form.dataset.draft`, whenever the person pauses, until it is sent. */
export function keepDraft(form) {
  let waiting;
  let isSent = false;

  async function send() {
    clearTimeout(waiting);
    waiting = undefined;
    try {
      await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), redirect: "error", keepalive: true });
    } catch {
      // Without a connection the form itself still holds everything; the next change tries again.
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    if (!isSent) waiting = setTimeout(send, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    isSent = true;
    clearTimeout(waiting);
    waiting = undefined;
  });
  window.addEventListener("pageshow", () => (isSent = false));
  window.addEventListener("pagehide", () => waiting && send());
  document.addEventListener("visibilitychange", () => document.hidden && waiting && send());
}
