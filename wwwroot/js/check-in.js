// The network at the venue may fail, and check-in must go on. The browser stores each check-in until the site has answered, and sends them
// in order. It stores the ticket, the half-day and the instant, but no personal data.
const desk = document.querySelector('[data-check-in]');
const bar = document.getElementById('unsent');
const part = (name) => bar.querySelector(`[data-${name}]`);
const KEY = 'check-in';
const EVERY = 4000;
const PATIENCE = 10_000;
// Use the site's clock for the instant: it may be a rehearsal clock, and the phone's clock may be wrong.
const shift = Date.parse(desk.dataset.now) - Date.now();

let memory = [];
let remembers = true;
const presses = () => {
  if (!remembers) return memory;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch { return memory; }
};
const keep = (all) => {
  memory = all;
  // A private window may refuse to store; the check-ins then last as long as the page.
  try { localStorage.setItem(KEY, JSON.stringify(all)); } catch { remembers = false; }
};
const isSame = (one, other) => one.ticket === other.ticket && one.half === other.half;
const drop = (press) => keep(presses().filter((other) => !isSame(press, other)));

// A signed-in page has at least one form (sign out), and its token is valid for all forms.
const tokenOf = (page) => page.querySelector('[name=form-token]')?.value;
let token = tokenOf(document);
let isAway = false;
let isSignedOut = false;
let isSending = false;
let pressedIn;

function tell() {
  const all = presses();
  const here = (place) => all.some((press) => press.ticket === place.dataset.ticket && press.half === desk.dataset.halfDay);
  for (const place of desk.querySelectorAll('[data-ticket]')) place.toggleAttribute('data-waits', here(place));
  const waiting = part('waiting');
  waiting.hidden = !isAway || isSignedOut || all.length === 0;
  const words = all.length === 1 ? bar.dataset.one : bar.dataset.more.replace('#', all.length);
  if (waiting.textContent !== words) waiting.textContent = words;
  part('signed-out').hidden = !isSignedOut;
}

// The response contains elements with ids. Each replaces the element with the same id.
function show(html) {
  for (const fresh of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[id]')) {
    const old = document.getElementById(fresh.id);
    if (!old || old === fresh) continue;
    // The pressed button disappears while its check-in is pending, and loses the focus.
    const hadFocus = old.contains(document.activeElement) || (fresh.id === pressedIn && document.activeElement === document.body);
    old.replaceWith(fresh);
    if (hadFocus) fresh.querySelector('a.button, button:not([data-drop])')?.focus();
  }
}

async function ask(address, options) {
  const answer = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  // A redirect to the sign-in means that the session has ended.
  isSignedOut = answer.type === 'opaqueredirect';
  return isSignedOut ? null : answer;
}

async function post(press) {
  const body = new URLSearchParams({ 'form-token': token ?? '', 'half-day': press.half, 'pressed-at': press.at, part: 'yes' });
  return ask(`/check-in/${encodeURIComponent(press.ticket)}?handler=arrived`, { method: 'POST', body });
}

// The token belongs to the account; after a sign-in with another account it must be renewed.
async function renewToken() {
  const answer = await ask('/check-in');
  if (!answer?.ok) return false;
  token = tokenOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  return token !== undefined;
}

// Returns true when the site gave a final answer, so that another attempt would not help.
async function settle(press) {
  let answer = await post(press);
  if (answer?.status === 400) answer = await renewToken() ? await post(press) : null;
  if (!answer || answer.status >= 500 || answer.status === 429) return false;
  const html = await answer.text();
  drop(press);
  if (press.half === desk.dataset.halfDay && (answer.ok || answer.status === 409)) show(html);
  if (!answer.ok) part('refused').hidden = false;
  return true;
}

async function send() {
  if (isSending) return;
  isSending = true;
  try {
    let press;
    while ((press = presses()[0]) && await settle(press)) isAway = false;
    isAway = presses().length > 0;
  } catch {
    isAway = true;
  }
  isSending = false;
  tell();
}

desk.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-press=arrived]');
  if (!form) return;
  event.preventDefault();
  const place = form.closest('[data-ticket]');
  pressedIn = place.id;
  const press = { ticket: place.dataset.ticket, half: desk.dataset.halfDay, at: new Date(Date.now() + shift).toISOString() };
  if (!presses().some((other) => isSame(press, other))) keep([...presses(), press]);
  tell();
  send();
});
desk.addEventListener('click', ({ target }) => {
  if (!target.closest('[data-drop]')) return;
  drop({ ticket: target.closest('[data-ticket]').dataset.ticket, half: desk.dataset.halfDay });
  tell();
});
addEventListener('online', send);
setInterval(() => presses().length > 0 && send(), EVERY);
// Pending check-ins remain stored, but the next page might not send them.
addEventListener('beforeunload', (event) => presses().length > 0 && isAway && !isSignedOut && event.preventDefault());

// Filter the list while typing, without the network.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const search = document.getElementById('q');
function filter() {
  const words = fold(search.value).split(/[^\p{L}\p{N}]+/u);
  for (const row of desk.querySelectorAll('.check-in-row')) {
    const who = fold(row.querySelector('.check-in-person').textContent);
    row.hidden = !words.every((word) => who.includes(word));
  }
}
search?.addEventListener('input', filter);
// Text may have been typed before this script ran, or put back by the browser.
if (search && search.value !== search.defaultValue) filter();
document.getElementById('half-day')?.addEventListener('change', ({ target }) => target.form.requestSubmit());

tell();
send();
