/** Stores the rows of a file bit by bit and moves the bar; when the connection breaks, the button takes over. */
const form = document.getElementById("import-form");
const bar = document.getElementById("import-progress");
const text = document.getElementById("import-text");
const status = document.getElementById("import-status");
const trouble = document.getElementById("import-trouble");

function show({ done, all }) {
  bar.value = done;
  text.textContent = `${done.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} rows done.`;
}

async function nextRows() {
  const answer = await fetch(location.href, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new FormData(form),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

async function run() {
  form.hidden = true;
  trouble.hidden = true;
  status.textContent = "Importing.";
  try {
    for (;;) {
      const progress = await nextRows();
      show(progress);
      if (progress.account) {
        location.replace(progress.account);
        return;
      }
    }
  } catch {
    trouble.hidden = false;
    form.hidden = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
run();
