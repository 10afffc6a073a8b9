// Replaces the progress part of the page while the work runs; the rest of the page and the scroll position stay. At the end, opens the
// result.
const EVERY = 1000;

async function look() {
  let next;
  try {
    const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
    // A redirect leads to the page that explains why the work stopped.
    if (answer.redirected) return location.assign(answer.url);
    if (answer.ok) next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('progress');
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
  if (state === 'running') setTimeout(look, EVERY);
  else if (then) location.assign(then);
}
setTimeout(look, EVERY);
