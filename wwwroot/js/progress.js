// The part of the page that tells how far something has come is replaced while it runs; the rest, and where the reader is in it, stays. What it was for is fetched at the end.
const EVERY = 1000;

async function look() {
  let next;
  try {
    const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
    // Somewhere else says why it goes no further.
    if (answer.redirected) return location.assign(answer.url);
    if (answer.ok) next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('progress');
  } catch {
    // On bad Wi-Fi the next time may do.
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
