// Replaces the progress part of the page while the work runs; the rest of the page and the scroll position stay. At the end, opens the
// result.
const INTERVAL = 1000;

async function refresh() {
  let next;
  try {
    const response = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
    // A redirect leads to the page that explains why the work stopped.
    if (response.redirected) return location.assign(response.url);
    if (response.ok) next = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('progress');
  } catch {
    // The network failed; try again next time.
  }
  const shown = document.getElementById('progress');
  if (next && next.innerHTML !== shown.innerHTML) {
    const pressed = shown.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
    shown.replaceWith(next);
    if (pressed) next.querySelector(`button[data-action="${pressed}"]`)?.focus();
  }
  const { state, then } = (next ?? shown).dataset;
  if (state === 'running') setTimeout(refresh, INTERVAL);
  else if (then) location.assign(then);
}
setTimeout(refresh, INTERVAL);
