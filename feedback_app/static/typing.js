// Typing in sheets: beside each box, what its keys mean as they are typed. The server reads them again and decides.

const plain = words => words.toLowerCase().replace(/['’‘`]/g, "").trim().split(/\s+/).join(" ");

/** The label that one entry stands for, or "" where it stands for none or for several. */
function label(options, part, isLine) {
  const exact = options.filter(one => plain(one) === plain(part));
  if (exact.length) return exact[0];
  if (/^\d+$/.test(part)) return (!isLine && options[part - 1]) || "";
  const starts = options.filter(one => plain(one).startsWith(plain(part)));
  return starts.length === 1 ? starts[0] : "";
}

/** What a box says, in words; "" where nothing is typed. */
export function meaning(typed, options, { isLine = false, several = false } = {}) {
  const words = typed.trim();
  if (!words || words === "-") return words && "left blank";
  if (words === "?") return "not understood";
  const whole = label(options, words, isLine);
  if (whole || !several) return whole || "not clear yet";
  const together = /^\d{2,}$/.test(words) && options.length < 10;
  const parts = together ? [...words] : words.split(/[\s,;]+/);
  const labels = parts.map(part => label(options, part, isLine));
  return labels.every(Boolean) ? [...new Set(labels)].join("; ") : "not clear yet";
}

function echo(box) {
  const said = document.createElement("p");
  said.className = "soft";
  box.closest(".entry").querySelector("[data-read]")?.remove(); // the server's, of before
  box.closest(".entry").append(said);
  const options = JSON.parse(box.dataset.options);
  const how = { isLine: "line" in box.dataset, several: "several" in box.dataset };
  const say = () => { said.textContent = options.length ? meaning(box.value, options, how) : ""; };
  box.addEventListener("input", say);
  say();
}

const form = typeof document === "undefined" ? null : document.querySelector("form[data-typing]");
if (form) {
  form.setAttribute("action", location.pathname); // its fragment is for pages without a script: it would take the focus
  form.querySelectorAll("[data-options]").forEach(echo);
  const first = document.querySelector(".err") ? ".bad input, .bad textarea" : "input[type=text]";
  form.querySelector(first)?.focus();
}
