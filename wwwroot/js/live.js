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

// Records presence while the page is open: sends a heartbeat at once, then at each interval while a stream is open. A browser may stop the
// timers of a hidden page, so the page also sends one when it is seen again. The form says when the page was opened, and the site counts the
// time since then that it does not know yet. A failed heartbeat is not repeated; the next one makes up for it.
const form = document.querySelector('form[data-beat]');
if (form) {
  const isCounted = () => document.querySelector('[data-counts]') !== null;
  // The stream may have closed since the last heartbeat; its end still counts.
  let hasMore = false;
  const sendHeartbeat = async () => {
    if (!isCounted() && !hasMore) return;
    try {
      const { ok } = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      hasMore = ok ? isCounted() : true;
    } catch { hasMore = true; }
  };
  sendHeartbeat();
  setInterval(sendHeartbeat, form.dataset.beat * 1000);
  document.addEventListener('visibilitychange', () => document.hidden || sendHeartbeat());
  addEventListener('pageshow', ({ persisted }) => persisted && sendHeartbeat());
  addEventListener('online', sendHeartbeat);
  addEventListener('renewed', ({ target }) => target.dataset.live === 'presence' && isCounted() && !hasMore && sendHeartbeat());
}
