/** Says in words, over each picture of the body, which place was tapped last or lies under the pointer. */
export function sayPlaces() {
  document.querySelectorAll(".places").forEach(sayPlacesOf);
}

function sayPlacesOf(places) {
  const words = places.querySelector("[data-said]");
  let chosen = "";

  function nameOf(box) {
    return box.labels[0].textContent.replace(/\s+/g, " ").replace(/, Here$/, "").trim();
  }

  function under(event) {
    return event.pointerType === "mouse" && event.target.closest(".place-row label");
  }

  places.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox") return;
    chosen = target.checked ? nameOf(target) : "";
    words.textContent = chosen;
  });
  places.addEventListener("pointerover", (event) => {
    const label = under(event);
    if (label) words.textContent = nameOf(label.control);
  });
  places.addEventListener("pointerout", (event) => {
    if (under(event)) words.textContent = chosen;
  });
}
