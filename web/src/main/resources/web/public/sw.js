// Keeps what the pages are made of. What the APIs say is never kept here: it is somebody's own.
const KEPT = 'bearhug-1';
const MOST = 150;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => event.waitUntil(keep(event.data?.keep ?? [])));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || /^\/(api|q)\//.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/static/') || /\.(svg|png|webmanifest)$/.test(url.pathname)) event.respondWith(part(request));
});

async function takeOver() {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
}

async function keep(paths) {
  const kept = await caches.open(KEPT);
  await Promise.all(paths.map(async (path) => (await kept.match(path)) ?? kept.add(path).catch(() => undefined)));
  const old = await kept.keys();
  await Promise.all(old.slice(0, Math.max(0, old.length - MOST)).map((request) => kept.delete(request)));
}

// Every address shows the same page, which then looks at the address.
async function page(request) {
  const kept = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await kept.put('/', response.clone());
    return response;
  } catch (cause) {
    const shell = await kept.match('/');
    if (shell) return shell;
    throw cause;
  }
}

// A part's name changes with its content, so a kept one is never old.
async function part(request) {
  const kept = await caches.open(KEPT);
  const found = await kept.match(request, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await kept.put(request, response.clone());
  return response;
}
