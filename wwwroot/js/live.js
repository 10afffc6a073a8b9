// Keeps the stream page up to date. Replaces only the parts that have changed, so that a running player is not interrupted.
const partsOf = (page) => [...page.querySelectorAll('[data-live]')];
const shownHtml = new Map(partsOf(document).map((part) => [part.dataset.live, part.innerHTML]));

async function refresh() {
  let page;
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    if (!response.ok) return;
    page = new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    // The network failed; try again next time.
    return;
  }
  const parts = partsOf(page);
  // Without parts, the visitor has signed out in another tab.
  if (parts.length === 0) location.reload();
  for (const part of parts) {
    const name = part.dataset.live;
    const html = part.innerHTML;
    if (shownHtml.get(name) === html) continue;
    // A new player needs a reload: the security policy of this page allows frames only from the host it was loaded for.
    if (part.querySelector('iframe')) return location.reload();
    shownHtml.set(name, html);
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
const form = document.querySelector('form[data-beat]');
if (form) {
  const sendHeartbeat = () => document.querySelector('[data-counts]')
    && fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => {});
  sendHeartbeat();
  setInterval(sendHeartbeat, form.dataset.beat * 1000);
  addEventListener('renewed', ({ target }) => target.dataset.live === 'presence' && sendHeartbeat());
}
