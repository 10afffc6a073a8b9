// Adds favourites, hours in the reader's time zone and the mark of the current slot. Every page works without script.
const page = document.documentElement;
const english = page.lang === 'en';
const say = (french, en) => (english ? en : french);

// Favourites are codes of contributions. They are stored in this browser only; the calendar link contains them when the reader opens it.
const favourites = {
  codes: new Set(),
  read: () => {
    try {
      favourites.codes = new Set(JSON.parse(localStorage.getItem('favourites') ?? '[]').filter((code) => /^[a-z]{1,2}\d{1,5}$/.test(code)));
    } catch {
      // A private window may refuse access to storage.
    }
    return favourites.codes;
  },
  toggle: (code) => {
    if (!favourites.codes.delete(code)) favourites.codes.add(code);
    // A private window may refuse to store; the favourites then last as long as the page.
    try { localStorage.setItem('favourites', JSON.stringify([...favourites.codes])); } catch { }
    return favourites.codes;
  },
};

const starPath = 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z';
const star = () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('width', '18');
  svg.setAttribute('height', '18');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', starPath);
  svg.append(path);
  return svg;
};

function showFavourites(codes) {
  for (const button of document.querySelectorAll('[data-star] button')) button.setAttribute('aria-pressed', codes.has(button.parentElement.dataset.star));
  for (const row of document.querySelectorAll('.slot')) row.classList.toggle('favourite', codes.has(row.id));
  const bar = document.querySelector('[data-favourites]');
  if (!bar) return;
  const only = bar.querySelector('input').checked;
  const calendar = bar.querySelector('a');
  // With the filter on, the bar stays without favourites too: its box leads back to the whole programme.
  bar.hidden = codes.size === 0 && !only;
  calendar.hidden = codes.size === 0;
  // The address for the languages of the workshop, unless they are French and English.
  const file = document.documentElement.dataset.favouritesCalendar;
  const chosen = `codes=${[...codes].sort().join(',')}`;
  calendar.href = file ? `${file}${file.includes('?') ? '&' : '?'}${chosen}` : `/favoris.ics?${chosen}${english ? '&lang=en' : ''}`;
  calendar.textContent = say(`Calendrier de mes favoris (${codes.size})`, `Calendar of my favourites (${codes.size})`);
  showOnlyFavourites(only);
}

// The filter leaves out rows, and the sessions and days without a favourite.
function showOnlyFavourites(only) {
  document.querySelector('.programme').classList.toggle('only-favourites', only);
  const isLeftOut = (part) => only && !part.querySelector('.favourite');
  const days = [...document.querySelectorAll('.programme-day')];
  for (const day of days) {
    day.hidden = isLeftOut(day);
    const link = document.querySelector(`.day-switch [href="#${day.id}"]`);
    if (link) link.parentElement.hidden = day.hidden;
    for (const heading of day.querySelectorAll(':scope > :is(.programme-session, .parallel-sessions)'))
      heading.hidden = heading.nextElementSibling.hidden = isLeftOut(heading.nextElementSibling);
  }
  const status = document.querySelector('[data-no-favourites]');
  if (!only || days.some((day) => !day.hidden)) return status.replaceChildren();
  const sentence = document.createElement('p');
  sentence.className = 'notice';
  sentence.textContent = say('Aucun favori ici. Décochez «\u202fMes favoris seulement\u202f» pour revoir tout le programme.',
    'No favourites here. Untick “My favourites only” to see the whole programme again.');
  status.replaceChildren(sentence);
}

for (const place of document.querySelectorAll('[data-star]')) {
  const button = document.createElement('button');
  const label = say(`Favori ${place.dataset.star.toUpperCase()}`, `Favourite ${place.dataset.star.toUpperCase()}`);
  button.type = 'button';
  if ('starText' in place.dataset) {
    button.className = 'star-button';
    button.append(star(), say('Favori', 'Favourite'));
  } else {
    button.className = 'icon-button';
    button.append(star());
    button.setAttribute('aria-label', label);
  }
  button.addEventListener('click', () => {
    showFavourites(favourites.toggle(place.dataset.star));
    // The filter has hidden the row together with the button that has the focus.
    if (button.offsetParent === null) bar.querySelector('input').focus();
  });
  place.append(button);
}
const bar = document.querySelector('[data-favourites]');
if (bar) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => showFavourites(favourites.codes));
  label.append(box, ` ${say('Mes favoris seulement', 'My favourites only')}`);
  bar.append(label, document.createElement('a'));
  // A link to a row that the filter hides ends the filter.
  addEventListener('click', ({ target }) => {
    const link = target.closest('.programme a[href^="#"]');
    if (!box.checked || !link || document.getElementById(link.hash.slice(1))?.offsetParent) return;
    box.checked = false;
    showFavourites(favourites.codes);
  });
}
showFavourites(favourites.read());
// Favourites may have changed in another tab, or before the browser restored this page from its cache.
for (const event of ['storage', 'pageshow']) addEventListener(event, () => showFavourites(favourites.read()));

// Shows hours in another zone, on every page once chosen. The HTML contains times with offsets, so no request is needed.
const zoneForm = document.querySelector('[data-zone-form]');
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
// Names in the language of the page. Pages without the form know only the name of the chosen zone.
const zoneNames = new Map(zoneForm
  ? [...(zoneForm.dataset.names ?? '').split(',').map((pair) => pair.split('=')),
    ...[...zoneForm.querySelectorAll('option')].map((option) => [option.value.split('/').pop(), option.text])]
  : [[stored('zone')?.split('/').pop(), stored(`zone-name-${page.lang}`)]]);
const cityOf = (zone) => zoneNames.get(zone.split('/').pop()) ?? zone.split('/').pop().replaceAll('_', ' ');
const canonicalName = (zone) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
const hourIn = (zone) => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const dayThere = new Intl.DateTimeFormat('en-CA', { timeZone: page.dataset.zone });
  const weekday = new Intl.DateTimeFormat(english ? 'en-GB' : 'fr-FR', { timeZone: zone, weekday: 'short', day: 'numeric' });
  return (element) => {
    const instant = new Date(element.dateTime);
    const [hour, minute] = clock.format(instant).split(':');
    element.textContent = english ? `${Number(hour)}:${minute}` : `${Number(hour)}\u202fh\u202f${minute}`;
    if (day.format(instant) === dayThere.format(instant)) return;
    const other = document.createElement('small');
    other.textContent = ` ${weekday.format(instant)}`;
    element.append(other);
  };
};
function showZone(zone, part = document) {
  const hours = part.querySelectorAll('.hours time');
  try { hours.forEach(hourIn(zone)); } catch { return false; }
  const name = document.querySelector('[data-zone-name]');
  if (name) name.textContent = say(`Heures affichées\u00a0: ${cityOf(zone)}.`, `Times in ${cityOf(zone)}.`);
  // Without a line that names the zone for the whole page, name it beside each hour.
  else for (const place of part.querySelectorAll('.hours')) place.append(` (${cityOf(zone)})`);
  return true;
}
const requestedZone = new URLSearchParams(location.search).get('zone');
const storedZone = stored('zone');
const shownZone = storedZone && !requestedZone && (storedZone === page.dataset.zone || showZone(storedZone)) ? storedZone : null;
// The stream page has replaced a part, which again shows the workshop's time zone.
addEventListener('renewed', ({ target }) => shownZone && shownZone !== page.dataset.zone && showZone(shownZone, target));
if (zoneForm) {
  const select = zoneForm.querySelector('select');
  for (const zone of [shownZone, ownZone]) {
    if (!zone) continue;
    // Browsers may use an old name of a zone, such as Calcutta for Kolkata.
    const known = [...select.options].find((option) => canonicalName(option.value) === canonicalName(zone));
    if (!known) select.add(new Option(cityOf(zone), zone), 1);
    if (zone === shownZone) select.value = known?.value ?? zone;
  }
  zoneForm.querySelector('button').hidden = true;
  select.addEventListener('change', () => {
    // If the browser refuses to store the zone, it lasts as long as the page.
    try {
      localStorage.setItem('zone', select.value);
      localStorage.setItem(`zone-name-${page.lang}`, cityOf(select.value));
      localStorage.removeItem(`zone-name-${english ? 'fr' : 'en'}`);
    } catch { }
    // The choice is stored. Remove the zone from the address, which would override it on the next load.
    if (requestedZone) history.replaceState(null, '', location.pathname + location.hash);
    showZone(select.value);
  });
}

// Leave out empty fields, so that the address is short enough to share.
for (const form of document.querySelectorAll('[data-tidy]')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

// Update the marks of the current and next slot by the site's clock, which may be a rehearsal clock.
const shift = (page.dataset.shift ?? 0) * 1000;
const rows = [...document.querySelectorAll('.slot:not([data-cancelled])')].map((row) => {
  const [start, end] = row.querySelectorAll('.slot-time > .hours time');
  return { row, start: Date.parse(start.dateTime), end: Date.parse(end.dateTime) };
}).sort((a, b) => a.start - b.start); // On the page, the days that are over come last.
const today = new Intl.DateTimeFormat('en-CA', { timeZone: page.dataset.zone });
function mark(name, words, marked) {
  for (const other of document.querySelectorAll(`.slot[data-${name}]`)) {
    if (marked.includes(other)) continue;
    other.removeAttribute(`data-${name}`);
    other.querySelector(`.mark-${name}`).remove();
  }
  for (const row of marked) {
    if (row.hasAttribute(`data-${name}`)) continue;
    const place = document.createElement('span');
    place.className = `mark-${name}`;
    place.textContent = words;
    row.setAttribute(`data-${name}`, '');
    row.querySelector('.slot-content').append(place);
  }
}
// The lines above the programme, one for each room in use, and the link in the bar of days.
function showCurrent(shown, isNow, isToday) {
  const strip = document.querySelector('[data-playing]');
  if (!strip) return;
  const short = document.querySelector('[data-to-current]');
  strip.hidden = short.parentElement.hidden = shown.length === 0;
  if (shown.length === 0) return;
  short.setAttribute('href', `#${shown[0].id}`);
  short.textContent = isNow ? say('Maintenant', 'Now') : say('Ensuite', 'Up next');
  const links = [...strip.querySelectorAll(':scope > a:not([data-watch])')];
  strip.toggleAttribute('data-several', shown.length > 1);
  while (links.length > shown.length) links.pop().remove();
  while (links.length < shown.length) {
    links.push(links[0].cloneNode(true));
    links.at(-2).after(links.at(-1));
  }
  shown.forEach((row, i) => showLine(links[i], row, isNow, isToday));
}
function showLine(link, row, isNow, isToday) {
  link.setAttribute('href', `#${row.id}`);
  const [label, when, title, people] = link.children;
  label.className = isNow ? 'mark-now' : 'mark-next';
  label.textContent = isNow ? say('En ce moment', 'On now') : say('Ensuite', 'Up next');
  when.replaceChildren(isToday ? '' : `${row.closest('section').querySelector('h2').textContent}, `,
    row.querySelector('.hours').cloneNode(true));
  const full = row.querySelector('.slot-title').cloneNode(true);
  title.lang = full.lang || page.lang;
  title.replaceChildren(...full.childNodes);
  const named = ['.slot-speaker', '.slot-room'].flatMap((part) => [...row.querySelectorAll(part)]);
  people.textContent = named.map((element) => element.textContent).join(', ');
}
function markNow() {
  const now = Date.now() + shift;
  const hasBegun = today.format(now) >= today.format(rows[0].start);
  const current = rows.filter(({ start, end }) => start <= now && now < end);
  const first = hasBegun ? rows.find(({ start }) => start > now)?.start : null;
  const next = rows.filter(({ start }) => start === first);
  mark('now', say('En ce moment', 'On now'), current.map(({ row }) => row));
  mark('next', say('Ensuite', 'Up next'), next.map(({ row }) => row));
  const shown = current.length > 0 ? current : next;
  const isToday = shown.length > 0 && today.format(shown[0].start) === today.format(now);
  showCurrent(shown.map(({ row }) => row), shown === current, isToday);
}
if (rows.length > 0) setInterval(markNow, 30_000);

// What has changed in the programme since the reader's last visit. The time of that visit stays in this browser. The marks stay until the
// tab is closed, also when the page is loaded again.
function timeOfLastVisit(last) {
  try {
    const before = sessionStorage.getItem('programme-seen') ?? localStorage.getItem('programme-seen');
    sessionStorage.setItem('programme-seen', before ?? last);
    localStorage.setItem('programme-seen', last);
    return Number(before ?? last);
  } catch {
    // A private window may refuse access to storage.
    return Infinity;
  }
}
const lastChange = document.querySelector('[data-last-change]')?.dataset.lastChange;
if (lastChange) {
  const seen = timeOfLastVisit(lastChange);
  const fresh = [...document.querySelectorAll('[data-changed]')].filter((row) => Number(row.dataset.changed) > seen);
  for (const row of fresh) {
    const mark = document.createElement('span');
    mark.className = 'mark-new';
    mark.textContent = say('nouveau', 'new');
    row.querySelector('.slot-content').append(mark);
  }
  const notice = document.querySelector('[data-new-since]');
  if (notice) notice.hidden = Number(lastChange) <= seen;
}
