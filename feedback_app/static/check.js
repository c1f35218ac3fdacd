// Checking ideas by keyboard: single keys work only while the list has the focus, and can be turned off for good.
import { show } from "./room.js";

const KEPT = "heard-keys";
const isOff = () => localStorage.getItem(KEPT) === "off";

function offerKeys() {
  const note = document.getElementById("keys"), button = document.getElementById("keys-off");
  if (!note) return;
  note.hidden = false;
  button.textContent = isOff() ? button.dataset.on : button.dataset.off;
}

document.addEventListener("click", (event) => {
  if (event.target.id !== "keys-off") return;
  localStorage.setItem(KEPT, isOff() ? "on" : "off");
  offerKeys();
});

document.addEventListener("keydown", (event) => {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey) return;
  const idea = event.target.closest("[data-keys] .idea");
  if (!idea) return;
  const key = event.key.toLowerCase();
  const next = key === "j" ? idea.nextElementSibling : key === "k" ? idea.previousElementSibling : null;
  const button = next ? next.querySelector("button") : idea.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  if (next) button.focus();
  else button.click();
});

// A decision leaves the page where it is, and the next idea has the focus.
document.addEventListener("submit", async (event) => {
  if (!event.target.matches("form[data-decide]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  const after = event.target.closest(".idea").nextElementSibling?.querySelector("button")?.id;
  const reply = await fetch(event.target.getAttribute("action"), { method: "POST", body });
  show(await reply.text());
  (document.getElementById(after) ?? document.querySelector("[data-keys] button"))?.focus();
});

document.addEventListener("room:shown", offerKeys);
offerKeys();
