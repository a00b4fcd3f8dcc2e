// While a therapist is typed in, show those that may be the same. Without a script they are shown before it is sent.

const PAUSE = 500;
const ASKED = ["csrfmiddlewaretoken", "name", "place", "country", "licence_number"];
const found = document.getElementById("alike");
const form = found.closest("form");
let waiting;
let latest = 0;
let shown = "";

async function look() {
  const all = new FormData(form);
  const asked = new FormData();
  ASKED.forEach((name) => asked.append(name, all.get(name) ?? ""));
  latest += 1;
  const mine = latest;
  try {
    const answer = await fetch(found.dataset.address, { method: "POST", body: asked, redirect: "error" });
    const html = await answer.text();
    if (!answer.ok || mine !== latest || html === shown) return;
    shown = html;
    found.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  } catch {
    // Without a connection the same question is asked when the form is sent.
  }
}

form.addEventListener("input", (event) => {
  if (!ASKED.includes(event.target.name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});
