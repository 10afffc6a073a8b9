// What a browser with script adds: favourites, hours in the reader's own zone, the line of now. Every page works without it.
const page = document.documentElement;
const english = page.lang === 'en';
const say = (french, en) => (english ? en : french);

// Favourites: codes of contributions, kept in this browser and sent nowhere, except inside the address of the calendar that the reader asks for.
const favourites = {
  read: () => {
    try { return new Set(JSON.parse(localStorage.getItem('favourites') ?? '[]').filter((code) => /^[iop]\d{1,5}$/.test(code))); } catch { return new Set(); }
  },
  toggle: (code) => {
    const codes = favourites.read();
    if (!codes.delete(code)) codes.add(code);
    try { localStorage.setItem('favourites', JSON.stringify([...codes])); } catch { /* a private window may refuse: the star lasts as long as the page */ }
    return codes;
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
  bar.hidden = codes.size === 0;
  if (codes.size === 0) document.querySelector('.programme').classList.remove('only-favourites');
  bar.querySelector('a').href = `/favoris.ics?codes=${[...codes].sort().join(',')}${english ? '&lang=en' : ''}`;
  bar.querySelector('a').textContent = say(`Calendrier de mes favoris (${codes.size})`, `Calendar of my favourites (${codes.size})`);
}

for (const place of document.querySelectorAll('[data-star]')) {
  const button = document.createElement('button');
  const label = say(`Favori ${place.dataset.star.toUpperCase()}`, `Favourite ${place.dataset.star.toUpperCase()}`);
  button.type = 'button';
  if ('starText' in place.dataset) {
    button.className = 'text-star';
    button.append(star(), say('Favori', 'Favourite'));
  } else {
    button.className = 'act';
    button.append(star());
    button.setAttribute('aria-label', label);
  }
  button.addEventListener('click', () => showFavourites(favourites.toggle(place.dataset.star)));
  place.append(button);
}
const bar = document.querySelector('[data-favourites]');
if (bar) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => document.querySelector('.programme').classList.toggle('only-favourites', box.checked));
  label.append(box, ` ${say('Mes favoris seulement', 'My favourites only')}`);
  bar.append(label, document.createElement('a'));
}
showFavourites(favourites.read());
addEventListener('storage', () => showFavourites(favourites.read()));

// Hours in another zone, on every page once chosen. The times of the HTML carry their offset, so nothing is asked of the server.
const zoneForm = document.querySelector('[data-zone-form]');
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const cityOf = (zone) => zone.split('/').pop().replaceAll('_', ' ');
const hourIn = (zone) => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const weekday = new Intl.DateTimeFormat(english ? 'en-GB' : 'fr-FR', { timeZone: zone, weekday: 'short', day: 'numeric' });
  return (element) => {
    const instant = new Date(element.dateTime);
    const [hour, minute] = clock.format(instant).split(':');
    element.textContent = english ? `${Number(hour)}:${minute}` : `${Number(hour)}\u202fh\u202f${minute}`;
    if (day.format(instant) === element.dateTime.slice(0, 10)) return;
    const other = document.createElement('small');
    other.textContent = ` ${weekday.format(instant)}`;
    element.append(other);
  };
};
function showZone(zone) {
  const hours = document.querySelectorAll('.hours time');
  // The offset in the attribute is that of the workshop: what is written is what it says.
  try { hours.forEach(hourIn(zone)); } catch { return false; }
  const name = document.querySelector('[data-zone-name]');
  if (name) name.textContent = say(`Heures affichées : ${cityOf(zone)}.`, `Hours shown: ${cityOf(zone)}.`);
  return true;
}
const asked = new URLSearchParams(location.search).get('zone');
const kept = () => { try { return localStorage.getItem('zone'); } catch { return null; } };
if (kept() && kept() !== page.dataset.zone && !asked) showZone(kept());
if (zoneForm) {
  const select = zoneForm.querySelector('select');
  if (ownZone && ![...select.options].some((option) => option.value === ownZone)) select.add(new Option(cityOf(ownZone), ownZone), 1);
  if (kept() && !asked) select.value = kept();
  zoneForm.querySelector('button').hidden = true;
  select.addEventListener('change', () => {
    try { localStorage.setItem('zone', select.value); } catch { /* lasts as long as the page */ }
    showZone(select.value);
  });
}

// An address that says only what was chosen is one that can be sent to a colleague.
for (const form of document.querySelectorAll('[data-tidy]')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

// The line of now moves with the site's clock, which may be rehearsing.
const shift = Date.parse(page.dataset.now) - Date.now();
const rows = [...document.querySelectorAll('.programme .slot')].map((row) => {
  const [start, end] = row.querySelectorAll('.when > .hours time');
  return { row, start: Date.parse(start.dateTime), end: Date.parse(end.dateTime) };
});
function markNow() {
  const now = Date.now() + shift;
  for (const { row, start, end } of rows) row.classList.toggle('now', start <= now && now < end && !('cancelled' in row.dataset));
}
if (rows.length > 0) setInterval(markNow, 30_000);
