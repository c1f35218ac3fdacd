// A tablet that many share goes back to its first page when nobody is there. It asks first, and anything said to it
// in that time keeps it here. On somebody's own phone this does nothing.
const QUIET_MS = 120_000, ASK_MS = 60_000;
const ask = document.querySelector("#still-here");

if (ask) {
  let timer;
  const leave = () => window.location.replace(ask.dataset.next);
  const wonder = () => {
    ask.hidden = false;
    ask.querySelector("button").focus();
    timer = setTimeout(leave, ASK_MS);
  };
  const stay = () => {
    clearTimeout(timer);
    ask.hidden = true;
    timer = setTimeout(wonder, QUIET_MS);
  };
  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(sign, stay, { passive: true });
  stay();
}
