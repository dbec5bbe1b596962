// What a phone at the door keeps while it works: the guest list, and what it took down and has yet to send.

const NAME = "check-in ";

/** The store of one meeting; rejected where the browser has none. */
export async function openStore(meeting) {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME + meeting, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("guests", { keyPath: "id" });
      opening.result.createObjectStore("queue", { keyPath: "n", autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  // Another tab wants to remove it.
  db.onversionchange = () => db.close();

  const all = (name) => answerOf(db.transaction(name).objectStore(name).getAll());
  const write = (work) => {
    const deed = db.transaction(["guests", "queue"], "readwrite");
    const result = work(deed.objectStore("guests"), deed.objectStore("queue"));
    return new Promise((resolve, reject) => {
      deed.oncomplete = () => resolve(result?.result);
      deed.onerror = () => reject(deed.error);
      deed.onabort = () => reject(deed.error);
    });
  };
  return {
    guests: () => all("guests"),
    queue: () => all("queue"),
    /** Puts what was taken down at the end of the queue; resolves to its place there. */
    add: (entry) => write((_, queue) => queue.add(entry)),
    /** What was sent leaves the queue, and what became of it is kept, together. */
    sent: (places, changed) =>
      write((guests, queue) => {
        for (const place of places) queue.delete(place);
        for (const guest of changed) guests.put(guest);
      }),
    keepGuests: (list) =>
      write((guests) => {
        guests.clear();
        for (const guest of list) guests.put(guest);
      }),
    close: () => db.close(),
    remove: async () => {
      db.close();
      await answerOf(indexedDB.deleteDatabase(NAME + meeting));
    },
  };
}

/** The meetings of which something is kept here. */
export async function storedMeetings() {
  const known = (await indexedDB.databases?.()) ?? [];
  return known.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : []));
}

// ── when it goes ─────────────────────────────────────────────────────────────

const DAY = 24 * 60 * 60 * 1000;

/** Writes down beside the store of a meeting when it ends and which page keeps it, so that any page can take it away. */
export function noteDown(meeting, { ends, page }) {
  localStorage.setItem(NAME + meeting, JSON.stringify({ ends, page }));
}

/** What is kept here of which meeting, how much of it is still to be sent, and whether its time is up: a day after the end. */
export async function keptLists(now = Date.now()) {
  const lists = [];
  for (const meeting of await storedMeetings()) {
    const { ends, page } = JSON.parse(localStorage.getItem(NAME + meeting) ?? "{}");
    const store = await openStore(meeting);
    const [guests, queue] = await Promise.all([store.guests(), store.queue()]);
    store.close();
    const isOld = ends !== undefined && now > Date.parse(ends) + DAY;
    lists.push({ meeting, page, guests: guests.length, unsent: queue.length, isOld });
  }
  return lists;
}

/** Takes the guest list of a meeting off this device. What was taken down and not sent yet stays, unless that goes too. */
export async function clearList({ meeting, page, unsent }, { unsentToo = false } = {}) {
  const store = await openStore(meeting);
  if (unsent > 0 && !unsentToo) {
    await store.keepGuests([]);
    return store.close();
  }
  await store.remove();
  localStorage.removeItem(NAME + meeting);
  if (!page) return;
  await globalThis.caches?.delete(NAME + page);
  const worker = await navigator.serviceWorker?.getRegistration(page);
  if (worker && new URL(worker.scope).pathname === page) await worker.unregister();
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => resolve(undefined);
  });
}
