// What waits on this phone: sealed pages, and how they go once there is a signal. Nothing is sent in the background.

import { base64 } from "./sealing.js";

const DAY = 86_400_000;
const LONGEST_DAYS = 14;
const MOST_BYTES = 120_000; // one request, well below what the server takes
const MOST_AT_ONCE = 20;

const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

async function using(name, ask) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept", { keyPath: "id" });
  const database = await done(opening);
  try {
    return await done(ask(database.transaction("kept", "readwrite").objectStore("kept")));
  } finally {
    database.close();
  }
}

const daysOf = (one) => Math.max(0, Math.floor((Date.now() - one.at) / DAY));

// Everything that waits, oldest first. What is older than 14 days is deleted, unsent.
export async function waiting(name) {
  if ((await indexedDB.databases?.())?.every((one) => one.name !== name)) return [];
  const kept = (await using(name, (store) => store.getAll())).sort((one, other) => one.at - other.at);
  for (const one of kept) if (daysOf(one) >= LONGEST_DAYS) await drop(name, one.id);
  return kept.filter((one) => daysOf(one) < LONGEST_DAYS);
}

export const keep = (name, one) => using(name, (store) => store.put({ ...one, at: Date.now() }));
export const drop = (name, id) => using(name, (store) => store.delete(id));
export const forget = (name) => done(indexedDB.deleteDatabase(name));

// Send what waits, in order, from one tab at a time. Gives what became of each; throws where there is no signal.
export const send = (name, address) =>
  navigator.locks.request(name, async () => {
    const told = [];
    for (const batch of batches((await waiting(name)).filter((one) => one.box))) {
      for (const part of await taken(address, batch)) {
        told.push({ ...part, page: batch.find((one) => one.id === part.id)?.page });
        await drop(name, part.id);
      }
    }
    if (!(await waiting(name)).some((one) => one.box)) await forget(name);
    return told;
  });

function* batches(kept) {
  let batch = [];
  let size = 0;
  for (const one of kept) {
    if (batch.length && (size + one.box.length > MOST_BYTES || batch.length === MOST_AT_ONCE)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(one);
    size += one.box.length;
  }
  if (batch.length) yield batch;
}

async function taken(address, batch) {
  const answers = batch.map((one) => ({ id: one.id, box: base64(one.box), days: daysOf(one) }));
  const reply = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ answers }),
    signal: AbortSignal.timeout(30_000),
  });
  if (reply.ok) return (await reply.json()).answers;
  // one page that the server stumbles over must not hold the others back
  if (reply.status === 500 && batch.length > 1) {
    const one = await Promise.all(batch.map((each) => taken(address, [each]).catch(() => [])));
    return one.flat();
  }
  throw new Error(`not taken in: ${reply.status}`);
}
