// The page of the stream stays up to date: each part is replaced when the site says something else of it, and a player that runs is left alone.
const partsOf = (page) => [...page.querySelectorAll('[data-live]')];
const said = new Map(partsOf(document).map((part) => [part.dataset.live, part.innerHTML]));

async function refresh() {
  let page;
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return; // On bad Wi-Fi the next time may do.
  }
  const parts = partsOf(page);
  // Signed out in another tab.
  if (parts.length === 0) location.reload();
  for (const part of parts) {
    const name = part.dataset.live;
    const html = part.innerHTML;
    if (said.get(name) === html) continue;
    // The page that is open may frame only the host that it was loaded for.
    if (part.querySelector('iframe')) return location.reload();
    said.set(name, html);
    const place = document.querySelector(`[data-live="${name}"]`);
    place.className = part.className;
    place.replaceChildren(...part.childNodes);
    place.dispatchEvent(new Event('renewed', { bubbles: true }));
  }
}
setInterval(refresh, 20_000);
document.addEventListener('visibilitychange', () => document.hidden || refresh());

// Who has the page open is there: said at once, and again at each interval while a stream is open. When it fails, the next one may do.
const beat = document.querySelector('form[data-beat]');
if (beat) {
  const say = () => document.querySelector('[data-counts]') && fetch(beat.action, { method: 'POST', body: new URLSearchParams(new FormData(beat)) }).catch(() => {});
  say();
  setInterval(say, beat.dataset.beat * 1000);
  addEventListener('renewed', ({ target }) => target.dataset.live === 'presence' && say());
}
