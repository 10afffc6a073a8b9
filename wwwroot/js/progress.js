// The part of the page that tells how far something has come is replaced while it runs; the rest, and where the reader is in it, stays.
const EVERY = 1000;

async function look() {
  let next;
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (answer.ok) next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('progress');
  } catch {
    // On bad Wi-Fi the next time may do.
  }
  const shown = document.getElementById('progress');
  if (next && next.innerHTML !== shown.innerHTML) {
    const pressed = shown.contains(document.activeElement) ? document.activeElement.value : undefined;
    shown.replaceWith(next);
    if (pressed) next.querySelector(`button[value="${pressed}"]`)?.focus();
  }
  if ((next ?? shown).dataset.state !== 'running') return;
  setTimeout(look, EVERY);
}
setTimeout(look, EVERY);
