/* Passkeys: ask the device for one, put what it answers into the form, and send the form.
   Servers speak base64url, devices speak bytes. */
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

function toText(buffer) {
  const bytes = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const withBytes = (credentials = []) => credentials.map((each) => ({ ...each, id: toBytes(each.id) }));

/* A passkey that signs in by itself has to be kept on the device, and to know who holds it. */
const ALONE = { residentKey: "required", requireResidentKey: true, userVerification: "required" };

async function create({ publicKey }, form) {
  const isAlone = form.elements.passwordless?.checked;
  const options = {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
    excludeCredentials: withBytes(publicKey.excludeCredentials),
    authenticatorSelection: { ...publicKey.authenticatorSelection, ...(isAlone ? ALONE : {}) },
  };
  return navigator.credentials.create({ publicKey: options });
}

async function get({ publicKey }) {
  const options = {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    allowCredentials: withBytes(publicKey.allowCredentials),
  };
  return navigator.credentials.get({ publicKey: options });
}

function asJson(credential) {
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const said = parts.filter((part) => credential.response[part]);
  const response = Object.fromEntries(said.map((part) => [part, toText(credential.response[part])]));
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: { ...response, transports: credential.response.getTransports?.() ?? [] },
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function optionsFor(form) {
  const address = form.dataset.passkeyOptions;
  if (!address) return JSON.parse(document.querySelector("#passkey-options").textContent);
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function ask(form) {
  const problem = form.querySelector("[data-passkey-error]");
  problem.hidden = true;
  try {
    const options = await optionsFor(form);
    const credential = form.dataset.passkey === "create" ? await create(options, form) : await get(options);
    form.elements.credential.value = asJson(credential);
  } catch {
    problem.hidden = false;
    return;
  }
  form.requestSubmit();
}

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  form.querySelector("[data-passkey-button]").addEventListener("click", () => ask(form));
  // Enter in the name of a passkey asks for it too, instead of sending a form without one.
  form.addEventListener("submit", (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form);
  }, { capture: true });
});
