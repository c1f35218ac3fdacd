// A page of a workshop asks every other second whether anything has changed, and fetches itself when it has.
// Without it the same page is brought up to date by its link, by its buttons, or by itself where nobody writes.
const EVERY = 1600, AGAIN = 3000;
// What a page that takes this one's place may wear: a page carries the styles of these from the beginning (web/styles.py).
export const WORN = "ask bad btn card choice err hint lead only plain said stack sum tap where words wrong yours dd div dl dt fieldset h2 input label legend li mark ol p section select small textarea ul type";
const aloud = document.createElement("p");
aloud.className = "vh";
aloud.setAttribute("role", "status");
document.body.append(aloud);
let sending = false;

// Put what is new of a page in the place of what is old: nobody's scroll or focus is lost, and its new heading is read out.
export function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!page.querySelector("main[data-live]")) return window.location.reload();
  const focus = document.activeElement?.id;
  for (const part of page.querySelectorAll("[data-live][id]")) document.getElementById(part.id)?.replaceWith(part);
  if (document.title !== page.title) aloud.textContent = document.querySelector("h1").textContent;
  document.title = page.title;
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("room:shown"));
}

async function ask() {
  const main = document.querySelector("main[data-now]");
  if (main && !sending) {
    try {
      const reply = await fetch(main.dataset.now, { headers: { Accept: "application/json" } });
      if (reply.ok && String((await reply.json()).now) !== main.dataset.stamp) await fetchPage(main);
    } catch {
      // no signal: the old page stays, and is asked again
    }
  }
  setTimeout(ask, EVERY);
}

async function fetchPage(main) {
  if (isTouched(main)) {
    const moved = document.getElementById("moved");
    if (moved) moved.hidden = false; // somebody is writing or ticking: it stays until it is sent
    return;
  }
  const open = [...main.querySelectorAll("details")].some((one) => one.open);
  if (open && main.contains(document.activeElement) && document.activeElement.closest("details")) return;
  const reply = await fetch(main.dataset.page);
  if (!sending && reply.status < 500) show(await reply.text());
}

// Whether somebody has written or ticked something that is not sent yet.
function isTouched(main) {
  return [...main.querySelectorAll("textarea")].some((one) => one.value.trim() !== ("kept" in one.dataset ? one.defaultValue.trim() : ""))
    || [...main.querySelectorAll("input[type=text]")].some((one) => one.value !== one.defaultValue)
    || [...main.querySelectorAll("input[type=checkbox], input[name=choice]")].some((one) => one.checked !== one.defaultChecked);
}

// An idea goes without leaving the page. Without a signal it stays in its box, and the same idea is sent again: once kept.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-idea]") || event.submitter?.name.startsWith("read-")) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const sent = new URLSearchParams(new FormData(event.target));
  for (const box of event.target.querySelectorAll("textarea, input[type=text]")) box.readOnly = true;
  send(event.target.getAttribute("action"), sent);
});

async function send(address, body) {
  try {
    const reply = await fetch(address, { method: "POST", body });
    if (reply.status >= 500) throw new Error(String(reply.status));
    sending = false;
    show(await reply.text());
    document.getElementById(document.querySelector(".err") ? "words" : "kept")?.scrollIntoView({ block: "nearest" });
    aloud.textContent = document.getElementById("kept")?.textContent ?? document.querySelector("h1").textContent;
  } catch {
    document.getElementById("unsent").hidden = false;
    setTimeout(() => send(address, body), AGAIN);
  }
}

setTimeout(ask, EVERY);
