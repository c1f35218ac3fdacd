// The service worker of one survey: it keeps blank pages, so that the survey opens without a signal. It never keeps a
// page with anything that a person said, and it sends nothing. The lines above this one are written by web/offline.py.

const PATIENCE_MS = 25_000; // a signal that carries nothing is none
const BLANK = `${ROOT}blank`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([BLANK, ...FILES])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (FILES.includes(new URL(request.url).pathname)) event.respondWith(kept(request));
});

async function forgetOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`heard ${ROOT} `) && name !== NAME).map((name) => caches.delete(name)));
}

const kept = async (request) => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);

async function page(request) {
  try {
    return await Promise.race([fetch(request), new Promise((_, no) => setTimeout(no, PATIENCE_MS))]);
  } catch {
    const blank = await caches.match(BLANK);
    return blank ? filled(await blank.json(), blank.headers, new URL(request.url).pathname) : Response.error();
  }
}

function filled({ shell, pages }, headers, path) {
  const name = path.slice(ROOT.length).replace(/^q\//, "");
  const { title, body } = pages[name] ?? pages.check;
  const sent = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  for (const head of ["Content-Security-Policy", "Permissions-Policy", "Referrer-Policy"]) sent.set(head, headers.get(head));
  return new Response(shell[0] + title + shell[1] + body + shell[2], { headers: sent });
}
