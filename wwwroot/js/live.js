// Keeps the stream page up to date. Replaces only the parts that have changed, so that a running player is not interrupted.
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
  // Without parts, the visitor has signed out in another tab.
  if (parts.length === 0) location.reload();
  for (const part of parts) {
    const name = part.dataset.live;
    const html = part.innerHTML;
    if (said.get(name) === html) continue;
    // A new player needs a reload: the security policy of this page allows frames only from the host it was loaded for.
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

// Records presence while the page is open: sends a heartbeat at once, then at each interval while a stream is open. A failed heartbeat is
// not repeated; the next one follows.
const beat = document.querySelector('form[data-beat]');
if (beat) {
  const say = () => document.querySelector('[data-counts]') && fetch(beat.action, { method: 'POST', body: new URLSearchParams(new FormData(beat)) }).catch(() => {});
  say();
  setInterval(say, beat.dataset.beat * 1000);
  addEventListener('renewed', ({ target }) => target.dataset.live === 'presence' && say());
}
