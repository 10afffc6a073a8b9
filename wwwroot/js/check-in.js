// The network at the venue may fail, and check-in must go on. The browser stores each check-in until the site has answered, and sends them
// in order. It stores the ticket, the half-day and the instant, but no personal data.
const main = document.querySelector('[data-check-in]');
const bar = document.getElementById('unsent');
const part = (name) => bar.querySelector(`[data-${name}]`);
const KEY = 'check-in';
const RETRY_INTERVAL = 4000;
const TIMEOUT = 10_000;
// Use the site's clock for the instant: it may be a rehearsal clock, and the phone's clock may be wrong.
const shift = Date.parse(main.dataset.now) - Date.now();

let memory = [];
let hasStorage = true;
const pending = () => {
  if (!hasStorage) return memory;
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch { return memory; }
};
const store = (all) => {
  memory = all;
  // A private window may refuse to store; the check-ins then last as long as the page.
  try { localStorage.setItem(KEY, JSON.stringify(all)); } catch { hasStorage = false; }
};
const isSame = (one, other) => one.ticket === other.ticket && one.half === other.half;
const remove = (checkIn) => store(pending().filter((other) => !isSame(checkIn, other)));

// A signed-in page has at least one form (sign out), and its token is valid for all forms.
const tokenOf = (page) => page.querySelector('[name=form-token]')?.value;
let token = tokenOf(document);
let isOffline = false;
let isSignedOut = false;
let isSending = false;
let pressedIn;

function showPending() {
  const all = pending();
  const isPending = (row) => all.some((checkIn) => checkIn.ticket === row.dataset.ticket && checkIn.half === main.dataset.halfDay);
  for (const row of main.querySelectorAll('[data-ticket]')) row.toggleAttribute('data-waits', isPending(row));
  const waiting = part('waiting');
  waiting.hidden = !isOffline || isSignedOut || all.length === 0;
  const words = all.length === 1 ? bar.dataset.one : bar.dataset.more.replace('#', all.length);
  if (waiting.textContent !== words) waiting.textContent = words;
  part('signed-out').hidden = !isSignedOut;
}

// The response contains elements with ids. Each replaces the element with the same id.
function show(html) {
  for (const fresh of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[id]')) {
    const old = document.getElementById(fresh.id);
    if (!old || old === fresh) continue;
    // While its check-in is pending, the pressed button is hidden and loses the focus.
    const hadFocus = old.contains(document.activeElement) || (fresh.id === pressedIn && document.activeElement === document.body);
    old.replaceWith(fresh);
    if (hadFocus) fresh.querySelector('a.button, button:not([data-drop])')?.focus();
  }
}

async function request(address, options) {
  const response = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) });
  // A redirect to the sign-in means that the session has ended.
  isSignedOut = response.type === 'opaqueredirect';
  return isSignedOut ? null : response;
}

async function post(checkIn) {
  const body = new URLSearchParams({ 'form-token': token ?? '', 'half-day': checkIn.half, 'pressed-at': checkIn.at, part: 'yes' });
  return request(`/check-in/${encodeURIComponent(checkIn.ticket)}?handler=arrived`, { method: 'POST', body });
}

// The token belongs to the account; after a sign-in with another account it must be renewed.
async function renewToken() {
  const response = await request('/check-in');
  if (!response?.ok) return false;
  token = tokenOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
  return token !== undefined;
}

// Returns true when the site gave a final response, so that another attempt would not help.
async function deliver(checkIn) {
  let response = await post(checkIn);
  if (response?.status === 400) response = await renewToken() ? await post(checkIn) : null;
  if (!response || response.status >= 500 || response.status === 429) return false;
  const html = await response.text();
  remove(checkIn);
  if (checkIn.half === main.dataset.halfDay && (response.ok || response.status === 409)) show(html);
  if (!response.ok) part('refused').hidden = false;
  return true;
}

async function send() {
  if (isSending) return;
  isSending = true;
  try {
    let checkIn;
    while ((checkIn = pending()[0]) && await deliver(checkIn)) isOffline = false;
    isOffline = pending().length > 0;
  } catch {
    isOffline = true;
  }
  isSending = false;
  showPending();
}

main.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-press=arrived]');
  if (!form) return;
  event.preventDefault();
  const row = form.closest('[data-ticket]');
  pressedIn = row.id;
  const checkIn = { ticket: row.dataset.ticket, half: main.dataset.halfDay, at: new Date(Date.now() + shift).toISOString() };
  if (!pending().some((other) => isSame(checkIn, other))) store([...pending(), checkIn]);
  showPending();
  send();
});
main.addEventListener('click', ({ target }) => {
  if (!target.closest('[data-drop]')) return;
  remove({ ticket: target.closest('[data-ticket]').dataset.ticket, half: main.dataset.halfDay });
  showPending();
});
addEventListener('online', send);
setInterval(() => pending().length > 0 && send(), RETRY_INTERVAL);
// Pending check-ins remain stored, but the next page might not send them.
addEventListener('beforeunload', (event) => pending().length > 0 && isOffline && !isSignedOut && event.preventDefault());

// Filter the list while typing, without the network.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const search = document.getElementById('q');
function filter() {
  const words = fold(search.value).split(/[^\p{L}\p{N}]+/u);
  for (const row of main.querySelectorAll('.check-in-row')) {
    const who = fold(row.querySelector('.check-in-person').textContent);
    row.hidden = !words.every((word) => who.includes(word));
  }
}
search?.addEventListener('input', filter);
// Text may have been typed before this script ran, or put back by the browser.
if (search && search.value !== search.defaultValue) filter();
document.getElementById('half-day')?.addEventListener('change', ({ target }) => target.form.requestSubmit());

showPending();
send();
