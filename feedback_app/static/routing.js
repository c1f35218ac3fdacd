// Which question comes next: the compiled table walked with the answers so far, as surveys/routing.py does.
// Answers are a Map or an object, "question/repeat" to the chosen options' ids; [] is a question passed by.

const NUMBER = /^-?[0-9]{1,9}(\.[0-9]{1,9})?$/;

export const keyOf = (step) => `${step.question}/${step.repeat}`;

export const steps = (table, answers) => [...walk(table, reader(answers))];

export const firstUnanswered = (table, answers) => unanswered(table, answers)[0] ?? null;

// The next step nobody has been past: after this one first, then any that a changed answer opened up before it.
export function nextStep(table, answers, step) {
  const path = steps(table, answers).map(keyOf);
  const here = path.indexOf(keyOf(step));
  const left = unanswered(table, answers);
  return left.find((one) => path.indexOf(keyOf(one)) > here) ?? left[0] ?? null;
}

function unanswered(table, answers) {
  const read = reader(answers);
  return steps(table, answers).filter((step) => read(step.question, step.repeat) === undefined);
}

function reader(answers) {
  const kept = answers instanceof Map ? answers : new Map(Object.entries(answers));
  return (question, repeat) => kept.get(`${question}/${repeat}`);
}

function* walk(table, read) {
  const facts = new Map();
  for (const part of table.parts) {
    if (part.question) yield* asked([part], "", read, facts);
    else if (part.turns) yield* each(part, read, facts);
    else if (!chose(read, part.at, "", [part.option])) return;
  }
}

function* asked(asks, repeat, read, facts) {
  for (const { question, show_if: ways, learns } of asks) {
    if (ways && !ways.some((way) => Object.entries(way).every(([fact, is]) => facts.get(fact) === is))) continue;
    yield { question, repeat };
    const said = learns && learnt(learns, read(question, repeat) ?? []);
    if (typeof said === "boolean") facts.set(learns.fact, said);
  }
}

function* each(part, read, facts) {
  const turns = part.turns.filter(({ options }) => !options || chose(read, part.chosen_at, "", options));
  const known = [];
  for (const { id } of turns) {
    const own = new Map(facts); // what is said of one service or child holds for that one
    known.push(own);
    yield* asked(part.asks, id, read, own);
    if (!part.again || id === turns.at(-1).id) continue;
    yield { question: part.again.question, repeat: id };
    if (!chose(read, part.again.question, id, [part.again.option])) break;
  }
  if (!turns.length) {
    const way = (part.without ?? []).find(({ option }) => chose(read, part.chosen_at, "", [option]));
    yield* asked(way ? way.asks : part.otherwise ?? [], "", read, new Map(facts));
  }
  if (part.shares) share(known, facts);
}

// True of all together where true of one, false where false of every one; unknown is left out.
function share(known, facts) {
  for (const fact of known.flatMap((own) => [...own.keys()])) {
    if (known.some((own) => own.get(fact))) facts.set(fact, true);
    else if (known.every((own) => own.has(fact))) facts.set(fact, false);
  }
}

function learnt({ true: yes = [], false: no = [], least, most }, chosen) {
  if (chosen.some((option) => yes.includes(option))) return true;
  if (chosen.some((option) => no.includes(option))) return false;
  if (chosen.length !== 1 || (least === undefined && most === undefined) || !NUMBER.test(chosen[0])) return undefined;
  return Number(chosen[0]) >= (least ?? -Infinity) && Number(chosen[0]) <= (most ?? Infinity);
}

function chose(read, question, repeat, options) {
  return (read(question, repeat) ?? []).some((option) => options.includes(option));
}
