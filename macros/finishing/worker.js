// Keeps a copy of the whole site in the browser. The network is asked first, always; a page comes out of the copy when
// the network fails or is slow, and then says so. A page and what it loads are of one copy, never of two.
//
// Above this stands what macros/finishing/worker.py writes: `COPY`, with the hash of the copy and the SHA-256 of each
// file by its path, spelt as in an address. What a reader has answered stands behind the # of an address: it is read here by nobody, kept
// nowhere and sent to no server.

const PATIENCE = 3000;
// Milliseconds until a page that has not arrived whole comes out of the copy.
const AT_ONCE = 6;
const ROOT = registration.scope;
const OURS = `copy of ${new URL(ROOT).pathname} `;
const LIST = `${ROOT}?list-of-the-copy`;
const BANNER = '<aside class="dt-copy"';

const pages = new Map();
// Which copy each page that is open belongs to, by the browser's id of it. A page that came from the network and is of
// no copy is not in it, and gets all it asks for from the network.
const ANEW = { cache: "no-cache", referrerPolicy: "no-referrer" };
// The browser's own cache may hold a file of an earlier build: the server is asked whether it is still the same.

addEventListener("install", (event) => event.waitUntil(fill(OURS + COPY.hash)));
addEventListener("activate", (event) => event.waitUntil(forget_older(OURS + COPY.hash)));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.mode === "navigate") event.respondWith(page(request, event.resultingClientId));
  else event.respondWith(part(request, pages.get(event.clientId)));
});

// The path of a file of the site: that of a folder is its page.
function path_of(address) {
  const path = new URL(address).pathname.slice(new URL(ROOT).pathname.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

async function sha256(content) {
  const digest = await crypto.subtle.digest("SHA-256", content);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The copies that are whole, the newest first. There are two from when a newer one is whole until the last page of the
// older one is closed.
async function copies() {
  const found = [];
  for (const name of (await caches.keys()).filter((each) => each.startsWith(OURS))) {
    const list = await (await caches.open(name)).match(LIST);
    if (list) found.push({ name, ...(await list.json()) });
  }
  return found.sort((one, other) => other.made - one.made);
}

// A copy is whole or is not there at all. Whatever fails, the site goes on without it, and the next visit tries again.
async function fill(name) {
  const whole = await copies();
  for (const each of await caches.keys()) {
    if (each.startsWith(OURS) && !whole.some((copy) => copy.name === each)) await caches.delete(each);
  }
  const cache = await caches.open(name);
  const left = Object.entries(COPY.files);
  const some = async () => {
    for (let next = left.pop(); next; next = left.pop()) await keep(cache, ...next, whole);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    await cache.put(LIST, new Response(JSON.stringify({ ...COPY, made: Date.now() })));
  } catch (error) {
    left.length = 0;
    await caches.delete(name);
    throw error;
  }
}

// A file that has not changed comes from the copy that is there. One that is not as it was when the site was built, such
// as while another build is being published, ends the attempt.
async function keep(cache, path, hash, whole) {
  const address = ROOT + path;
  const same = whole.find((copy) => copy.files[path] === hash);
  const old = same && (await (await caches.open(same.name)).match(address));
  const answer = old ?? (await fetch(address.replace(/(?<=\/)index\.html$/, ""), ANEW));
  if (!answer.ok || (await sha256(await answer.clone().arrayBuffer())) !== hash) throw new Error(`${path} is another`);
  await cache.put(address, answer);
}

async function forget_older(name) {
  const whole = await copies();
  const own = whole.find((copy) => copy.name === name);
  const older = whole.filter((copy) => own && copy.made < own.made);
  await Promise.all(older.map((copy) => caches.delete(copy.name)));
}

async function page(request, id) {
  const path = path_of(request.url);
  const whole = await copies();
  const copy = whole.find((each) => Object.hasOwn(each.files, path));
  const folder = whole.some((each) => Object.hasOwn(each.files, `${path}/index.html`));
  if (!copy && !folder) return fetch(request, ANEW);
  const answer = await asked(request);
  if (!answer && !copy) return Response.redirect(`${ROOT}${path}/`);
  if (!answer) {
    pages.set(id, copy.name);
    return kept(path, copy.name);
  }
  // Of a redirection nothing may be read.
  const hash = answer.type === "opaqueredirect" ? "" : await sha256(await answer.clone().arrayBuffer());
  const own = whole.find((each) => each.files[path] === hash);
  if (own) pages.set(id, own.name);
  return answer;
}

// What the network answers, or null when it does not, when the server cannot, or when the whole of it takes too long. A
// page that the server says is gone is gone.
async function asked(request) {
  try {
    const answer = await fetch(request, { ...ANEW, signal: AbortSignal.timeout(PATIENCE) });
    if (answer.type !== "opaqueredirect") await answer.clone().arrayBuffer();
    return answer.status < 500 ? answer : null;
  } catch {
    return null;
  }
}

// A page out of a copy, which says of what day it is before anything of it is drawn.
async function kept(path, name) {
  const answer = await (await caches.open(name)).match(ROOT + path);
  if (!answer?.headers.get("content-type")?.startsWith("text/html")) return answer ?? Response.error();
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response((await answer.text()).replace(`${BANNER} hidden`, BANNER), { headers });
}

async function part(request, name) {
  const own = name && (await (await caches.open(name)).match(ROOT + path_of(request.url)));
  return own ?? fetch(request, ANEW);
}
