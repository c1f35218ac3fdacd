// The pages of piles: a form goes without leaving the page, so nobody loses their place on it.
import { show } from "./room.js";

document.addEventListener("submit", async (event) => {
  if (!event.target.matches("form[data-stay]")) return;
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const reply = await fetch(form.getAttribute("action"), { method: "POST", body });
    show(await reply.text());
    document.querySelector(".err")?.scrollIntoView({ block: "nearest" });
  } catch {
    form.submit(); // no signal: the browser says so, and the page comes back by its own means
  }
});
