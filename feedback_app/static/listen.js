// Listen: the phone's own voice reads the question, its hint and its answers, and marks the word being read.
// Only a voice that speaks on the phone itself is used: any other would send the words to somebody else's server.
const READ = "h1, h2, .hint, .ends span, .or, .choice label, .faces label, .pictures label";
const NOT_READ = "svg, [hidden], .say, .none, [aria-hidden=true]";
const buttons = document.querySelectorAll("button[data-listen]");
const calm = document.documentElement.dataset.calm === "on";
const marks = !calm && globalThis.CSS?.highlights ? CSS.highlights : null;
let reading = null;
if (marks) document.styleSheets[0].insertRule("::highlight(reading){background:var(--marker);color:var(--marker-ink)}");

export function voiceFor(voices, language) {
  const base = language.split("-")[0];
  const ours = voices.filter((voice) => voice.localService && voice.lang.replace("_", "-").split("-")[0] === base);
  return ours.find((voice) => voice.lang.replace("_", "-") === language) ?? ours[0] ?? null;
}

const languageOf = (element) => element.closest("[lang]").lang;
const voices = () => globalThis.speechSynthesis?.getVoices() ?? [];

function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

// the word at a place in all the words of an element, as a range in the one text node that holds it
function wordAt(texts, place) {
  for (const text of texts) {
    if (place < text.length) {
      const length = text.data.slice(place).search(/\s/);
      const range = new Range();
      range.setStart(text, place);
      range.setEnd(text, length < 0 ? text.length : place + length);
      return range;
    }
    place -= text.length;
  }
  return null;
}

function stop() {
  speechSynthesis.cancel();
  marks?.delete("reading");
  reading?.querySelector("span").replaceChildren(reading.dataset.listen);
  reading = null;
}

function read(button) {
  const parts = [...button.closest("[data-read]").querySelectorAll(READ)];
  const said = parts.map((part) => ({ texts: textsOf(part), language: languageOf(part) }));
  reading = button;
  button.querySelector("span").replaceChildren(button.dataset.stop);
  const last = said.at(-1);
  for (const one of said) {
    const words = new SpeechSynthesisUtterance(one.texts.map((text) => text.data).join(""));
    words.voice = voiceFor(voices(), one.language);
    if (!words.voice) continue;
    words.lang = one.language;
    words.rate = 0.9;
    words.addEventListener("boundary", (event) => {
      const word = marks && reading === button ? wordAt(one.texts, event.charIndex) : null;
      if (word) marks.set("reading", new Highlight(word));
    });
    if (one === last) words.addEventListener("end", () => { if (reading === button) stop(); });
    speechSynthesis.speak(words);
  }
}

function show() {
  for (const button of buttons) button.hidden = !voiceFor(voices(), languageOf(button));
}

for (const button of buttons) {
  // after the question and before the answers, where somebody who listens meets it
  button.closest("[data-read]").querySelector("legend, .q, h1, h2")?.after(button);
  button.addEventListener("click", () => {
    const again = reading !== button;
    if (reading) stop();
    if (again) read(button);
  });
}
if (globalThis.speechSynthesis) {
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
  addEventListener("pagehide", stop);
}
