// Shows the page at the door without a network: that page, of one meeting, and what it is made of. It writes nothing
// down by itself: the page does, and takes it away again (check-in.js).

const page = new URL(self.registration.scope).pathname;
const PARTS = /^\/(assets\/|check-in(-store)?\.js$|site\.js$|favicon\.svg$)/;
const PATIENCE = 5000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === page)
    event.respondWith(fetched(request).catch((reason) => kept(page, reason)));
  else if (pathname.startsWith("/assets/"))
    event.respondWith(kept(request).catch(() => fetch(request)));
  else if (PARTS.test(pathname))
    event.respondWith(fetched(request).catch((reason) => kept(request, reason)));
});

/** From the network, as long as it answers in time and the server is well. */
async function fetched(request) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  const response = await Promise.race([fetch(request), late]);
  if (response.status >= 500) throw new Error(`answered ${response.status}`);
  return response;
}

async function kept(request, reason) {
  const shelf = await caches.open(`check-in ${page}`);
  const found = await shelf.match(request, { ignoreVary: true });
  if (!found) throw reason ?? new Error("not kept");
  return found;
}
