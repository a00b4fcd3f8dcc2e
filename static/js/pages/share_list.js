const address = document.getElementById("share-address");
const button = document.getElementById("copy");

if (address && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(address.value);
      said.textContent = "Copied.";
    } catch {
      address.select();
      said.textContent = "Your browser does not let this page copy. The link is marked: copy it by hand.";
    }
  });
}
