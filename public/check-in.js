// The door's script: takes guests in with or without a network, and sends what was taken down when there is one.
// The page is complete without it. What it keeps on the phone goes when the meeting is over, and with the sign-out.

import { noteDown, openStore, storedMeetings } from "/check-in-store.js";

const AT_ONCE = 50;
const MOST_SHOWN = 20;
const MOST_SAID = 4;
const SECOND = 1000;

const door = document.querySelector("[data-door]");
const part = (name) => door.querySelector(`[data-part=${name}]`);
const words = JSON.parse(door.dataset.words);
const { door: meeting, officer, language } = door.dataset;
const shelf = `check-in ${location.pathname}`;
const input = part("search").querySelector("input");

const store = await openStore(meeting).catch(() => undefined);
let guests = [];
let queue = [];
let clockIsOff = Number(sessionStorage.getItem("clock") ?? 0);
let isKept = false;
let isOver = false;
let sending;
let sendAgain = false;

// Where nothing can be kept the plain page goes on as it is.
if (store) await begin();

async function begin() {
  noteDown(meeting, { ends: door.dataset.ends, page: location.pathname });
  [guests, queue] = await Promise.all([store.guests(), store.queue()]);
  guests.forEach(fileUnder);
  part("state").hidden = false;
  for (const [target, event, act] of [
    [input, "input", show],
    [part("search"), "submit", enter],
    [part("results"), "submit", press],
    [part("walk-in"), "submit", walkIn],
    [part("sign-out"), "submit", signOut],
  ])
    target.addEventListener(event, act);
  addEventListener("online", reconnect);
  addEventListener("offline", () => tell("offline"));
  offerCamera();
  show();
  tell(navigator.onLine ? "online" : "offline");
  // What cannot be kept is not promised; the rest works all the same.
  await Promise.all([keepPage().catch(() => {}), reconnect()]);
  if (part("network").dataset.is === "online") tell("online");
  listen();
  setInterval(() => {
    if (queue.length) send();
    else if (timeNow() > Date.parse(door.dataset.ends)) leave();
  }, 5 * SECOND);
  tidy();
}

// ── who is in ────────────────────────────────────────────────────────────────

/** The guest list as it stands with what is still to be sent. */
function standing() {
  const now = new Map(guests.map((guest) => [guest.id, guest]));
  for (const entry of queue) {
    const taken = { id: entry.id, at: entry.saidAt, by: words.here, waits: true };
    if (entry.invitation) {
      const guest = now.get(entry.invitation);
      if (guest && !guest.in) now.set(guest.id, { ...guest, in: taken });
    } else if (entry.walkIn) now.set(entry.id, walkedIn(entry.id, entry.walkIn, taken));
    else {
      for (const guest of now.values())
        if (guest.in?.id === entry.undo) now.set(guest.id, { ...guest, in: null });
    }
  }
  return [...now.values()];
}

function walkedIn(id, { name, outletName }, taken) {
  const guest = { id, invited: false, name, insteadOf: null, pass: null, paper: "" };
  return fileUnder({ ...guest, outlet: outletName ?? null, in: taken });
}

function fileUnder(guest) {
  const { name, insteadOf, outlet, pass, paper } = guest;
  guest.key = ` ${folded([name, insteadOf, outlet, pass, paper].filter(Boolean).join(" "))}`;
  return guest;
}

/** Without case and marks: Đỗ → do. */
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A pass as it is typed or read: O is 0, I and L are 1. */
function readPass(typed) {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === Number(door.dataset.passLength) ? code : undefined;
}

// ── what is shown ────────────────────────────────────────────────────────────

function show() {
  if (isOver) return;
  const now = standing();
  const typed = input.value;
  const wanted = folded(typed).split(" ").filter(Boolean);
  const pass = readPass(typed);
  const meant = wanted.length
    ? now.filter(
        (guest) =>
          (pass && guest.pass === pass) || wanted.every((word) => guest.key.includes(` ${word}`)),
      )
    : [];
  part("results").replaceChildren(...meant.slice(0, MOST_SHOWN).map(lineOf));
  part("nothing").hidden = !wanted.length || meant.length > 0;
  count(now.filter((guest) => guest.in).length);
}

function lineOf(guest) {
  const line = part("line").content.firstElementChild.cloneNode(true);
  const about = [
    guest.outlet,
    guest.insteadOf && fill(words.insteadOf, { name: guest.insteadOf }),
    !guest.invited && words.unasked,
    guest.waits && words.waits,
    guest.paper && fill(words.paper, { no: guest.paper }),
  ];
  line.dataset.guest = guest.id;
  line.querySelector("[data-name]").textContent = guest.name;
  line.querySelector("[data-about]").textContent = about.filter(Boolean).join(" · ");
  for (const whom of line.querySelectorAll("[data-whom]")) whom.textContent = `: ${guest.name}`;
  const taken = line.querySelector("[data-in]");
  taken.hidden = !guest.in;
  if (guest.in) taken.textContent = sentenceOf(guest.in);
  line.querySelector(`[data-deed=${guest.in ? "in" : "undo"}]`).remove();
  return line;
}

function sentenceOf({ at, by, waits }) {
  return fill(waits ? words.pending : words.in, { at: clock(at), by });
}

function count(people) {
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "vi-VN");
  part("in").textContent = number.format(people);
  const seats = part("of")?.dataset.seats;
  part("full").hidden = !seats || people < Number(seats);
  const own = queue.filter((entry) => entry.officer === officer).length;
  const others = queue.length - own;
  part("waiting").textContent = [
    own ? fill(words.waiting, { n: own }) : words.nothing,
    others && fill(words.waitingOthers, { n: others }),
  ]
    .filter(Boolean)
    .join(". ");
}

function say(sentence, tone = "done") {
  const line = document.createElement("p");
  line.textContent = sentence;
  line.className = `mb-2 rounded-md border-s-4 p-3 border-${tone} bg-${tone}-wash`;
  part("said").prepend(line);
  for (const old of [...part("said").children].slice(MOST_SAID)) old.remove();
}

/** How this phone stands to the network; signed out, with the way back in. */
function tell(standing) {
  const state = standing === "online" && isKept ? "ready" : standing;
  if (part("network").dataset.is === state) return;
  part("network").dataset.is = state;
  part("network").textContent = words[state];
  if (state !== "signedOut") return;
  const link = document.createElement("a");
  link.href = door.dataset.signIn;
  link.textContent = words.signIn;
  part("network").append(" ", link);
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function clock(moment) {
  return new Date(moment).toLocaleTimeString("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: "Asia/Ho_Chi_Minh",
  });
}

// ── what is taken down ───────────────────────────────────────────────────────

/** A whole pass and Enter takes its bearer in; anything else narrows the list. */
function enter(event) {
  if (isOver) return;
  event.preventDefault();
  const pass = readPass(input.value);
  const guest = pass && standing().find((one) => one.pass === pass);
  if (guest) takeIn(guest);
  else if (pass && part("results").childElementCount === 0)
    say(fill(words.unknown, { code: input.value.trim() }), "late");
  else part("results").querySelector("button")?.focus();
}

function press(event) {
  if (isOver) return;
  event.preventDefault();
  const { guest: id } = event.target.closest("[data-guest]").dataset;
  const guest = standing().find((one) => one.id === id);
  if (!guest) return;
  if (event.target.dataset.deed === "in") takeIn(guest);
  else if (guest.in) takeDown({ undo: guest.in.id }, guest.name);
}

function takeIn(guest) {
  clearInput();
  if (guest.in) {
    say(fill(words.already, { name: guest.name, at: clock(guest.in.at), by: guest.in.by }), "due");
    return show();
  }
  say(fill(words.taken, { name: guest.name }));
  takeDown({ invitation: guest.id }, guest.name);
}

function walkIn(event) {
  if (isOver) return;
  event.preventDefault();
  const form = event.target;
  const given = [...new FormData(form)].flatMap(([name, value]) =>
    name !== "id" && value.trim() ? [[name, value.trim()]] : [],
  );
  const described = Object.fromEntries(given);
  form.reset();
  form.closest("details").open = false;
  say(fill(words.taken, { name: described.name }));
  takeDown({ walkIn: described }, described.name);
  input.focus();
}

async function takeDown(deed, name) {
  const entry = { ...deed, id: newId(), saidAt: new Date().toISOString(), officer, name };
  queue.push(entry);
  show();
  entry.n = await store.add({ ...entry });
  send();
}

function clearInput() {
  input.value = "";
  input.focus();
}

/** Where there is no https, browsers have no `randomUUID`. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// ── what is sent ─────────────────────────────────────────────────────────────

/** Sends what waits, in its order, one sheet after the other; the server counts nothing twice. Done when all is sent that can be. */
function send() {
  sendAgain = true;
  sending ??= sendAll();
  return sending;
}

async function sendAll() {
  try {
    while (sendAgain) {
      sendAgain = false;
      while (await sendSheet());
    }
  } finally {
    sending = undefined;
  }
}

async function sendSheet() {
  const sheet = queue
    .filter((entry) => entry.officer === officer && entry.n !== undefined)
    .slice(0, AT_ONCE);
  if (sheet.length === 0) return false;
  const entries = sheet.map(({ n, officer, name, ...entry }) => entry);
  const body = JSON.stringify({ entries });
  const answered = await asked(door.dataset.sheet, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  if (!answered) return false;
  const changed = answered.answers.flatMap((answer) => {
    const entry = sheet.find(({ id }) => id === answer.id);
    return entry ? became(entry, answer) : [];
  });
  queue = queue.filter((entry) => !sheet.includes(entry));
  await store.sent(
    sheet.map(({ n }) => n),
    changed,
  );
  show();
  return true;
}

/** What the server made of an entry: the guests that stand differently now. */
function became(entry, answer) {
  if (answer.is === "refused")
    say(fill(words.refused, { name: entry.name, why: answer.why }), "late");
  if (answer.is === "undone") {
    const guest = guests.find((one) => one.in?.id === (entry.undo ?? entry.id));
    if (entry.undo) say(fill(words.undone, { name: entry.name }));
    if (!guest) return [];
    guest.in = null;
    return [guest];
  }
  if (answer.is !== "in" && answer.is !== "already") return [];
  const { id, name, by, at } = answer.attendance;
  if (id !== entry.id) say(fill(words.already, { name, at: clock(at), by }), "due");
  const taken = { id, at, by };
  if (entry.invitation) {
    const guest = guests.find((one) => one.id === entry.invitation);
    if (guest) guest.in = taken;
    return guest ? [guest] : [];
  }
  if (guests.some((one) => one.id === id)) return [];
  const guest = walkedIn(id, entry.walkIn, taken);
  guests.push(guest);
  return [guest];
}

/** What the server answers; undefined when it cannot be reached, or knows us no more. */
async function asked(address, init) {
  try {
    const response = await fetch(address, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(15 * SECOND),
    });
    if (response.type === "opaqueredirect") return void (await lockOut());
    if (!response.ok) return void tell("failed");
    const answer = await response.json();
    tell("online");
    return answer;
  } catch {
    tell("offline");
  }
}

/** Nobody is signed in any more: the guest list goes; what was taken down waits for who took it down. */
async function lockOut() {
  tell("signedOut");
  guests = [];
  await store.keepGuests(guests);
  await globalThis.caches?.delete(shelf);
  isKept = false;
  part("results").replaceChildren();
}

async function reconnect() {
  if (isOver) return;
  await send();
  await refresh();
}

async function refresh() {
  const answer = await asked(door.dataset.guests);
  if (!answer) return;
  clockIsOff = Date.parse(answer.at) - Date.now();
  sessionStorage.setItem("clock", clockIsOff);
  if (!answer.open) return leave();
  guests = answer.guests.map(fileUnder);
  await store.keepGuests(guests);
  show();
}

/** Hears how many are in; when others took somebody in, the list is asked for again. */
function listen() {
  if (isOver) return;
  const seats = new EventSource(door.dataset.seats);
  let pause;
  seats.onopen = () => {
    if (queue.length) send();
  };
  seats.onmessage = ({ data }) => {
    tell("online");
    const known = guests.filter((guest) => guest.in).length;
    if (JSON.parse(data).in === known || pause) return;
    pause = setTimeout(() => {
      pause = undefined;
      refresh();
    }, SECOND);
  };
  seats.onerror = () => {
    if (seats.readyState !== EventSource.CLOSED) return;
    // Refused, not cut off: ask what is the matter, and listen again later.
    refresh();
    setTimeout(listen, 15 * SECOND);
  };
}

// ── what is kept, and taken away again ───────────────────────────────────────

/** Keeps this page and what it is made of for when there is no network. */
async function keepPage() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("/check-in-worker.js", { scope: location.pathname });
  const kept = await caches.open(shelf);
  isKept = (await kept.match(location.pathname)) !== undefined;
  const page = await fetch(location.pathname, { redirect: "manual" }).catch(() => undefined);
  // Only ever the page of this meeting, shown to whoever is signed in here.
  if (!page?.ok || page.headers.get("Check-In-Page") !== meeting) return;
  await kept.put(location.pathname, page);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const parts = loaded.filter(({ origin, pathname }) => {
    const isPart = /^\/(assets\/.*|check-in\.js|check-in-store\.js|site\.js)$/.test(pathname);
    return origin === location.origin && isPart;
  });
  const links = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload]")];
  const addresses = [...parts.map(({ href }) => href), ...links.map(({ href }) => href)].map(
    (address) => new URL(address).pathname,
  );
  await kept.addAll([...new Set(["/check-in.js", "/check-in-store.js", ...addresses])]);
  isKept = true;
}

/** The meeting is over: nothing of it stays here. The plain page goes on for whoever comes late. */
async function leave() {
  if (isOver || queue.length) return;
  isOver = true;
  part("results").replaceChildren();
  tell("over");
  part("waiting").textContent = "";
  await forget();
}

async function forget() {
  await store.remove();
  localStorage.removeItem(`check-in ${meeting}`);
  await globalThis.caches?.delete(shelf);
  const worker = await navigator.serviceWorker?.getRegistration(location.pathname);
  await worker?.unregister();
}

async function signOut(event) {
  event.preventDefault();
  await send();
  const unsent = queue.filter((entry) => entry.officer === officer).length;
  if (unsent && !confirm(fill(words.unsent, { n: unsent }))) return;
  isOver = true;
  await forget();
  event.target.submit();
}

/** Guest lists of other meetings whose page was closed before they were over. */
async function tidy() {
  for (const other of await storedMeetings()) {
    if (other === meeting) continue;
    const address = door.dataset.guests.replace(meeting, other);
    const answer = await fetch(address, { redirect: "manual" })
      .then((response) => (response.ok ? response.json() : { open: response.status !== 404 }))
      .catch(() => ({ open: true }));
    if (answer.open) continue;
    const old = await openStore(other);
    if ((await old.queue()).length === 0) await old.remove();
    await globalThis.caches?.delete(shelf.replace(meeting, other));
  }
}

function timeNow() {
  return Date.now() + clockIsOff;
}

// ── the camera ───────────────────────────────────────────────────────────────

function offerCamera() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const [button, video] = [part("scan"), part("camera")];
  let stream;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      return say(words.noCamera, "late");
    }
    video.srcObject = stream;
    video.hidden = false;
    button.querySelector("span").textContent = words.stopScan;
    await video.play();
    look(new BarcodeDetector({ formats: ["qr_code"] }));
  });

  function stop() {
    for (const track of stream.getTracks()) track.stop();
    stream = undefined;
    video.hidden = true;
    button.querySelector("span").textContent = words.scan;
  }

  let last;
  async function look(detector) {
    if (!stream) return;
    const found = await detector.detect(video).catch(() => []);
    const pass = found.map(({ rawValue }) => readPass(rawValue)).find(Boolean);
    if (pass && pass !== last) {
      last = pass;
      // The same pass may be held before the camera a while.
      setTimeout(() => {
        last = undefined;
      }, 4 * SECOND);
      const guest = standing().find((one) => one.pass === pass);
      if (guest) takeIn(guest);
      else say(fill(words.unknown, { code: pass }), "late");
    }
    setTimeout(() => look(detector), 200);
  }
}
