// "Leave this site" works as a plain link. This makes the page that is left also go from the browser's history.
// A click that asks for a new tab keeps its own meaning, and no key does anything.
for (const link of document.querySelectorAll("a.leave")) {
  link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
}

// A browser may keep a whole page, typed words and all, for its Back button. Such a page is fetched afresh.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
