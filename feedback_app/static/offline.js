// Answering without a signal. A page goes to the server as always; where that cannot be reached, what was said is sealed
// and waits on this phone, and the survey goes on with blank pages. What was said is in memory alone, for the routing.

import { firstUnanswered, keyOf, nextStep, steps } from "./routing.js";
import { drop, forget, keep, send, waiting } from "./queue.js";
import { newKey, receiptCode, seal } from "./sealing.js";

const ROOT = location.pathname.match(/^\/a\/[^/]+\//)?.[0];
const NAME = `heard ${ROOT}`;
const PATIENCE_MS = 15_000;
const TRY_AGAIN_MS = 30_000;
const VISIT = "visit"; // who this phone is without a signal, and which questions it has been past: never what was said
const WROTE = ["…"];

const answers = new Map();
let survey; // blank pages, routing and words, as web/blank.py writes them
let silent = false;
let busy = false;
let pages = 0;
let visit = { id: VISIT, own: false, past: [] };

const stepOf = (page) => ({ question: page.split("/")[0], repeat: page.split("/")[1] ?? "" });
const pageOf = (step) => (step.repeat ? keyOf(step) : step.question);
const addressOf = (page) => ROOT + (page in survey.questions ? `q/${page}` : page);
const pageAt = (path) => (path.startsWith(ROOT) ? path.slice(ROOT.length).replace(/^q\//, "") : path.slice(1));
const find = (selector) => document.querySelector(selector);
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

if (ROOT && window.isSecureContext && navigator.serviceWorker && navigator.locks) start();

async function start() {
  const isBlank = "blank" in document.body.dataset;
  navigator.serviceWorker.register(`${ROOT}sw.js`, { scope: ROOT }).then(sayThatItWorks, () => {});
  addEventListener("submit", submitted);
  addEventListener("click", clicked);
  addEventListener("popstate", () => silent && show(pageAt(location.pathname)));
  addEventListener("offline", () => fallSilent());
  addEventListener("online", goOn);
  setInterval(() => document.visibilityState === "visible" && goOn(), TRY_AGAIN_MS);
  const { known } = find("#silent").dataset;
  for (const [key, options] of Object.entries(known ? JSON.parse(known) : {})) answers.set(key, options);
  const kept = await waiting(NAME);
  visit = kept.find((one) => one.id === VISIT) ?? visit;
  if (isBlank || !navigator.onLine) await fallSilent(isBlank && kept.length > 0);
  else await sayWhatWent().then(goOn);
}

async function sayThatItWorks() {
  await navigator.serviceWorker.ready;
  const line = find("[data-works]");
  if (line) line.textContent = line.dataset.works;
}

// From here on this page knows that nobody can be reached.
async function fallSilent(isBackAgain = false) {
  survey ??= await caches.match(`${ROOT}blank`).then((blank) => blank?.json());
  if (!survey) return;
  silent = true;
  find("style").textContent = survey.shell[1].match(/<style>(.*?)<\/style>/s)[1]; // this page turns into every other
  if (isBackAgain) {
    for (const page of [...visit.past, ...(await waiting(NAME)).map((one) => one.page)]) {
      if (page && !answers.has(keyOf(stepOf(page)))) answers.set(keyOf(stepOf(page)), []);
    }
    const here = stepOf(pageAt(location.pathname));
    const isNew = pageAt(location.pathname) in survey.questions && !answers.has(keyOf(here));
    if (!isNew) return show(next(firstUnanswered(survey.routing, answers)), true);
  }
  if ("blank" in document.body.dataset && !pages) runScripts(survey.pages[pageAt(location.pathname)] ? pageAt(location.pathname) : "check");
  await dress();
}

const next = (step) => (step ? pageOf(step) : "check");

async function submitted(event) {
  const { target: form, submitter } = event;
  const isReading = submitter?.name.startsWith("read-"); // how the page is shown, not an answer
  if (event.defaultPrevented || form.dataset.sent || form.method !== "post") return;
  if (!silent && (isReading || !form.dataset.question)) return;
  event.preventDefault();
  if (isReading) return wrong(form, survey.words.needs);
  if (busy) return;
  busy = true;
  try {
    if (silent || !(await sent(form, submitter))) await stay(form, submitter);
  } finally {
    busy = false;
  }
}

// True where the server has spoken: it has the page, or says what is wrong with it.
async function sent(form, submitter) {
  const said = new FormData(form, submitter);
  const body = form.enctype === "multipart/form-data" ? said : new URLSearchParams(said);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, signal });
    if (reply.headers.get("Content-Type") === "application/json") {
      location.assign((await reply.json()).to);
    } else {
      form.dataset.sent = "1"; // the page that says what is wrong, from the server itself
      form.requestSubmit(submitter);
    }
    return true;
  } catch {
    await fallSilent();
    return false;
  }
}

async function stay(form, submitter) {
  if (!survey) return wrong(form, find("#silent").dataset.needs);
  if (form.dataset.question) await keepPage(form, submitter);
  else if ("finish" in form.dataset) await keepFinish();
  else if (form.elements.agree) await agreeHere(form);
  else wrong(form, survey.words.needs);
}

async function agreeHere(form) {
  const said = new FormData(form).get("agree");
  if (!said) return wrong(form, survey.words.choose);
  if (said !== "yes") return show("not-now");
  answers.clear();
  visit = { id: VISIT, own: true, key: newKey(), past: [] };
  await keep(NAME, visit);
  await show(next(firstUnanswered(survey.routing, answers)));
}

async function keepPage(form, submitter) {
  const long = [...form.querySelectorAll("[data-letters]")].map((box) => [...box.value.trim()].length - box.dataset.letters);
  const over = Math.max(0, ...long);
  if (over) return wrong(form, filled(survey.words.shorter, { n: over }));
  const said = new FormData(form, submitter);
  const fields = [...said].filter(([name, value]) => name !== "send_key" && !(value instanceof File && !value.size));
  if (fields.some(([, value]) => value instanceof File)) return wrong(form, survey.words.files);
  const page = pageAt(new URL(form.action).pathname);
  const { repeat } = stepOf(page);
  const asked = form.dataset.question.split(" ");
  // a page passed by again, or left by Stop, deletes nothing of what is kept of it: it did not show that
  if (!saidAnything(form) && !said.has("unclear") && (said.has("stop") || (await waiting(NAME)).some((one) => one.page === page))) {
    await show(said.has("stop") ? "check" : next(nextStep(survey.routing, answers, { question: asked.at(-1), repeat })));
    return goOn();
  }
  for (const question of asked) {
    const name = asked.length > 1 ? `answer-${question}` : "answer";
    const options = said.getAll(name).filter(Boolean);
    answers.set(keyOf({ question, repeat }), form.querySelector(`textarea[name="${name}"]`) && options.length ? WROTE : options);
  }
  await put(page, fields, said.get("send_key") || newKey());
  const step = nextStep(survey.routing, answers, { question: asked.at(-1), repeat });
  await show(said.has("stop") ? "check" : next(step));
  goOn();
}

// Dots start at nought, and a place that nobody gave is empty.
function saidAnything(form) {
  const is = (one) => (one.matches("select") ? Number(one.value) : /radio|checkbox/.test(one.type) ? one.checked : one.type !== "submit" && one.value.trim());
  return [...form.elements].some((one) => /^(answer|unclear)/.test(one.name) && is(one));
}

async function keepFinish() {
  await put("check", [], newKey());
  await show("receipt");
  goOn();
}

// Sealed first, stored then: nothing that was said is on this phone in the clear.
async function put(page, fields, id) {
  visit.key ??= newKey();
  visit.past = [...answers.keys()].map((key) => pageOf(stepOf(key)));
  const { key, own } = visit;
  const { wording, layer, language, code, stamp } = survey;
  const box = await seal(survey.key, { page, fields, key, own, wording, layer, language, stamp }, `${code}/${id}`);
  await keep(NAME, { id, page, box });
  await keep(NAME, visit);
  for (const one of await waiting(NAME)) if (one.page === page && one.id !== id) await drop(NAME, one.id);
}

// Send what waits, if there is a signal now, and say what went. The page that is open stays as it is.
async function goOn() {
  if (!navigator.onLine || !(await waiting(NAME)).some((one) => one.box)) return;
  let told;
  try {
    told = await send(NAME, `${ROOT}queue`);
  } catch {
    return;
  }
  if (!told.length) return; // another call, or another tab, has sent them and says so
  survey ??= await caches.match(`${ROOT}blank`).then((blank) => blank?.json());
  silent = false;
  visit = { id: VISIT, own: false, past: [] };
  const refused = told.filter((one) => one.is === "refused");
  const here = told.filter((one) => one.is !== "refused" && one.page !== "check").length;
  if (refused.length || find("main form[data-question]") || !survey?.pages[pageAt(location.pathname)]) say(here, refused);
  else goTo(`${ROOT}${told.some((one) => one.page === "check") ? "receipt" : "carry-on"}#sent-${here}`);
}

function goTo(address) {
  const isHere = address.startsWith(`${location.pathname}#`);
  if (!isHere) return location.assign(address);
  history.replaceState(null, "", address);
  location.reload();
}

// A page that was gone to because answers had gone says so, once.
async function sayWhatWent() {
  const here = location.hash.match(/^#sent-(\d+)$/)?.[1];
  if (!here) return;
  history.replaceState(null, "", location.pathname);
  survey ??= await caches.match(`${ROOT}blank`).then((blank) => blank?.json());
  say(Number(here), []);
}

function say(here, refused) {
  undress();
  if (!survey || !(here || refused.length)) return;
  const note = element("div", "card stack");
  note.setAttribute("role", "status");
  if (here) note.append(element("p", "", here === 1 ? survey.words.sentOne : filled(survey.words.sentMany, { n: here })));
  for (const { page, why } of refused) {
    note.append(element("p", "", `${filled(survey.words.refused, { title: titleOf(page) })} ${why}`));
  }
  find("main .wide").prepend(note);
}

// A blank page in place of this one, without leaving it: what was said stays in memory.
async function show(name, isReplacing = false) {
  const page = survey.pages[name] ? name : "check";
  const { title, body } = survey.pages[page];
  const fresh = new DOMParser().parseFromString(body, "text/html");
  for (const part of ["main", "footer"]) find(part).replaceWith(fresh.querySelector(part));
  document.title = title;
  if (addressOf(page) !== location.pathname) {
    history[isReplacing ? "replaceState" : "pushState"](null, "", addressOf(page));
  }
  scrollTo(0, 0);
  runScripts(page);
  if (silent) await dress();
  const heading = find("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// The scripts of a blank page find what they work on when they begin: they begin again for each page.
function runScripts(page) {
  pages += 1;
  for (const script of survey.pages[page].scripts) import(`${script}#${pages}`);
}

// What a page says while there is no signal: beside its box, or before its buttons.
async function dress() {
  undress();
  const kept = (await waiting(NAME)).filter((one) => one.box);
  const form = find("main form[data-question], main form[data-finish]");
  if (form) {
    const note = new DOMParser().parseFromString(survey.notice, "text/html").body.firstElementChild;
    const box = form.querySelector("textarea");
    (box ?? form.querySelector(".nav")).before(note);
    box?.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} only`.trim());
    note.querySelector("[data-forget]").hidden = !kept.length;
    const list = note.querySelector("details");
    list.hidden = !kept.length;
    list.querySelector("ul").append(...kept.filter((one) => one.page !== "check").map((one) => element("li", "", titleOf(one.page))));
  }
  const button = find("main form[data-question] .nav .btn");
  if (button) [button.dataset.words, button.textContent] = [button.textContent, survey.words.keep];
  const page = pageAt(location.pathname);
  const path = steps(survey.routing, answers).map(pageOf);
  const where = find("main form[data-question] .where");
  if (where && path.includes(page)) {
    const place = filled(survey.words.place, { n: path.indexOf(page) + 1, all: path.length });
    where.textContent = [place, survey.questions[page]].filter(Boolean).join(" · ");
    const back = find("main form[data-question] .nav a");
    if (back) back.href = addressOf(path[path.indexOf(page) - 1] ?? "");
  }
  const left = firstUnanswered(survey.routing, answers);
  for (const link of document.querySelectorAll("main [data-on]")) {
    link.hidden = !left;
    if (left) link.href = addressOf(pageOf(left));
  }
  const code = find("[data-code]");
  if (code) {
    code.textContent = visit.own ? await receiptCode(visit.key) : "";
    for (const part of document.querySelectorAll("[data-own]")) part.hidden = (part.dataset.own === "yes") !== visit.own;
  }
}

function undress() {
  find("#only")?.remove();
  const button = find("main form[data-question] .nav .btn[data-words]");
  if (button) button.textContent = button.dataset.words;
}

async function clicked(event) {
  const { target } = event;
  if (target.closest?.("[data-forget]")) {
    await forget(NAME);
    visit = { id: VISIT, own: visit.own, key: visit.key, past: [] };
    return dress();
  }
  const link = target.closest?.("a[href]");
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!silent || !link || !isPlain || link.origin !== location.origin || link.hash) return;
  const page = pageAt(link.pathname);
  if (!survey.pages[page]) return;
  event.preventDefault();
  show(page);
}

function wrong(form, words) {
  const note = find("#not-kept") ?? element("p", "wrong");
  note.id = "not-kept";
  note.setAttribute("role", "alert");
  note.textContent = words;
  (form.querySelector(".nav") ?? form.querySelector(".btn") ?? find("main .wide > *")).before(note);
}

const titleOf = (page) => survey.pages[page]?.heading ?? page;

function element(name, classes, words = "") {
  const made = document.createElement(name);
  made.className = classes;
  made.textContent = words;
  return made;
}
