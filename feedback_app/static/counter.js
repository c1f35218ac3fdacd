// Near the end of a box it says how many letters are left: shown at once, read out only after a pause.
// Without this script the line under the box says how many there may be, and the page says so again where it is too many.
const NEAR = 0.1, LEAST = 20, PAUSE = 1000;

for (const box of document.querySelectorAll("[data-letters]")) {
  const most = Number(box.dataset.letters);
  const note = document.getElementById(`${box.id}-note`);
  const words = note.textContent;
  const aloud = document.createElement("p");
  let later;
  aloud.className = "vh";
  aloud.setAttribute("role", "status");
  note.after(aloud);
  box.addEventListener("input", () => {
    const left = most - [...box.value.replaceAll("\r\n", "\n").trim()].length;
    const isNear = left <= Math.max(LEAST, most * NEAR);
    const said = left < 0 ? `${note.dataset.over} ${-left}` : `${note.dataset.left} ${left}`;
    note.textContent = isNear ? said : words;
    clearTimeout(later);
    later = setTimeout(() => { aloud.textContent = isNear ? said : ""; }, PAUSE);
  });
}
