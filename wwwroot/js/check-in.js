// At the door the network fails, and nobody there waits for it: a press is kept in this browser until the site has answered, and sent again, in order.
// Kept of a press are the ticket, the half-day and the instant; nothing of the person.
const desk = document.querySelector('[data-check-in]');
const bar = document.getElementById('unsent');
const part = (name) => bar.querySelector(`[data-${name}]`);
const KEY = 'check-in';
const EVERY = 4000;
const PATIENCE = 10_000;
// The instant of a press is one of the site's clock, which may be rehearsing, and which is right where the phone's is not.
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
  // A private window may refuse: the presses last as long as the page.
  try { localStorage.setItem(KEY, JSON.stringify(all)); } catch { remembers = false; }
};
const isSame = (one, other) => one.ticket === other.ticket && one.half === other.half;
const drop = (press) => keep(presses().filter((other) => !isSame(press, other)));

// Whoever is signed in has at least one form, that of signing out, and a token is good for all.
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

// What has changed comes as elements with ids, each for the one of the same id on the page.
function show(html) {
  for (const fresh of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[id]')) {
    const old = document.getElementById(fresh.id);
    if (!old || old === fresh) continue;
    // The button that was pressed is gone while its press waits, and the focus with it.
    const hadFocus = old.contains(document.activeElement) || (fresh.id === pressedIn && document.activeElement === document.body);
    old.replaceWith(fresh);
    if (hadFocus) fresh.querySelector('a.button, button:not([data-drop])')?.focus();
  }
}

async function ask(address, options) {
  const answer = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  // Led to the login: the session has ended meanwhile.
  isSignedOut = answer.type === 'opaqueredirect';
  return isSignedOut ? null : answer;
}

async function post(press) {
  const body = new URLSearchParams({ 'form-token': token ?? '', 'half-day': press.half, 'pressed-at': press.at, part: 'yes' });
  return ask(`/check-in/${encodeURIComponent(press.ticket)}?handler=arrived`, { method: 'POST', body });
}

// The token of a form is its account's: who signs in as somebody else needs another one.
async function renewToken() {
  const answer = await ask('/check-in');
  if (!answer?.ok) return false;
  token = tokenOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  return token !== undefined;
}

// Whether the site has said something about the press that another try would not change.
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
// They are kept; but on the page that comes then nobody might send them.
addEventListener('beforeunload', (event) => presses().length > 0 && isAway && !isSignedOut && event.preventDefault());

// The list is searched as one types, without the network.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const search = document.getElementById('q');
search?.addEventListener('input', () => {
  const words = fold(search.value).split(/[^\p{L}\p{N}]+/u);
  for (const row of desk.querySelectorAll('.check-in-row')) {
    const who = fold(row.querySelector('.check-in-person').textContent);
    row.hidden = !words.every((word) => who.includes(word));
  }
});
document.getElementById('half-day')?.addEventListener('change', ({ target }) => target.form.requestSubmit());

tell();
send();
