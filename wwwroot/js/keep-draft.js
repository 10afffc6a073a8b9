// Keeps what is typed into a form as a draft on the server: once the keys rest, and when the page is hidden, because it may not come back.
const PAUSE = 1500;
// A browser refuses a longer body that outlives its page.
const MAX_OF_HIDDEN = 60_000;
const form = document.querySelector('[data-draft-address]');
let timer;
let isKept = true;

async function keep() {
  clearTimeout(timer);
  isKept = true;
  const body = new URLSearchParams(new FormData(form));
  const keepalive = document.visibilityState === 'hidden' && body.toString().length < MAX_OF_HIDDEN;
  try {
    await fetch(form.dataset.draftAddress, { method: 'POST', body, cache: 'no-store', keepalive });
  } catch {
    // The network failed; the next change tries again.
    isKept = false;
  }
}

form?.addEventListener('input', () => {
  isKept = false;
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
});
form?.addEventListener('submit', () => {
  isKept = true;
  clearTimeout(timer);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && !isKept) keep();
});
