// The reader's own hour beside a deadline, and comfort for the form of the call: rows without a reload, a preview and a count as one
// types, a draft that is kept by itself, pasted text that is cleaned. The page works without it.
const english = document.documentElement.lang === 'en';

for (const time of document.querySelectorAll('time[data-own-zone]')) {
  const instant = new Date(time.dateTime);
  const inZone = (timeZone, name) => new Intl.DateTimeFormat(english ? 'en-GB' : 'fr-FR', {
    timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZoneName: name,
  }).format(instant);
  // The same hour is not said twice.
  if (inZone(document.documentElement.dataset.zone) === inZone(undefined)) continue;
  const own = document.createElement('small');
  own.className = 'call-own-zone';
  own.textContent = ` ${time.dataset.ownZone} ${inZone(undefined, 'short')}`;
  time.closest('p').append(own);
}

const form = document.getElementById('submission');
if (form) {
  const PREVIEW_PAUSE = 600;
  const KEEP_PAUSE = 2500;
  const MAX = 300_000;
  const status = document.getElementById('draft-status');
  const people = document.getElementById('people');
  const preview = document.getElementById('preview');
  const printed = document.getElementById('printed');
  const text = document.getElementById('abstract');
  const email = form.querySelector('[type=email]');
  let isUnsaved = false;
  let previewTimer;
  let keepTimer;
  let running;

  const body = (name, value) => {
    const fields = new URLSearchParams(new FormData(form));
    if (name) fields.append(name, value);
    return fields;
  };
  // A form that nobody has kept yet says so: the site counts new drafts more strictly.
  const isKept = () => !email || form.elements.seen.value !== '';
  // A draft that is kept by itself has no files: they are sent with a button.
  const hasFiles = () => [...form.querySelectorAll('[type=file]')].some((input) => input.files.length > 0);
  const ask = (address, fields, part = 'part', signal = undefined) =>
    fetch(address, { method: 'POST', body: fields, cache: 'no-store', redirect: 'error', headers: { 'X-Part': part }, signal });

  async function show() {
    running?.abort();
    running = new AbortController();
    const fields = body();
    if (fields.toString().length > MAX) return;
    try {
      const response = await ask(form.dataset.preview, fields, 'part', running.signal);
      if (!response.ok) throw new Error();
      preview.innerHTML = await response.text();
      preview.removeAttribute('data-stale');
      const count = preview.querySelector('[data-printed-text]');
      printed.textContent = count.dataset.printedText;
      printed.toggleAttribute('data-too-long', count.dataset.tooLong === 'yes');
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      preview.setAttribute('data-stale', '');
      preview.title = form.dataset.failed;
    }
  }

  async function keep() {
    if (email && !(email.value && email.validity.valid)) return;
    const fields = body();
    if (fields.toString().length > MAX) return;
    try {
      const response = await ask(form.getAttribute('action'), fields, isKept() ? 'part' : 'first');
      if (response.headers.get('content-type')?.startsWith('text/html')) status.innerHTML = await response.text();
      if (response.ok) isUnsaved = hasFiles();
    } catch {
      // The network failed; the next change tries again.
    }
  }

  function changed() {
    isUnsaved = true;
    clearTimeout(previewTimer);
    clearTimeout(keepTimer);
    previewTimer = setTimeout(show, PREVIEW_PAUSE);
    keepTimer = setTimeout(keep, KEEP_PAUSE);
  }

  // Rows: the server changes them, and the focus stays where the eye is.
  people.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-row-operation]');
    if (!button) return;
    event.preventDefault();
    try {
      const response = await ask(form.dataset.rows, body(button.name, button.value));
      if (!response.ok) throw new Error();
      people.innerHTML = await response.text();
      const added = button.value.startsWith('author-add') ? '.call-author:last-of-type input'
        : button.value.startsWith('affiliation-add') ? '[data-affiliation]:last-of-type input'
        : null;
      const rows = added ? people.querySelectorAll(added.split(':')[0]) : [];
      (rows.length > 0 ? rows[rows.length - 1].querySelector('input') : document.getElementById('authors')).focus();
      changed();
    } catch {
      // Without an answer, the button works as without script.
      form.requestSubmit(button);
    }
  });

  // The boxes of the authors name the affiliations as they are typed.
  people.addEventListener('input', ({ target }) => {
    const row = target.closest('[data-affiliation]');
    if (!row) return;
    const number = Number(row.dataset.affiliation) + 1;
    for (const box of people.querySelectorAll(`.call-works-at [value="${number}"]`))
      box.nextElementSibling.textContent = `${number} ${target.value.split(',')[0]}`;
  });

  // Pasted text is cleaned; one press brings it back.
  text.addEventListener('paste', () => setTimeout(async () => {
    const before = text.value;
    if (form.elements['as-typed'] || before.length > MAX) return;
    const response = await ask(form.dataset.clean, body()).catch(() => null);
    if (!response?.ok || text.value !== before) return;
    const clean = await response.text();
    if (clean === before.trim()) return;
    text.value = clean;
    changed();
    const notice = document.createElement('p');
    const undo = document.createElement('button');
    notice.className = 'notice call-undo';
    notice.setAttribute('role', 'status');
    undo.type = 'button';
    undo.className = 'button-secondary';
    undo.textContent = form.dataset.undo;
    undo.addEventListener('click', () => {
      text.value = before;
      const asTyped = Object.assign(document.createElement('input'), { type: 'hidden', name: 'as-typed', value: 'yes' });
      form.append(asTyped);
      notice.remove();
      text.focus();
      changed();
    });
    notice.append(`${form.dataset.cleaned} `, undo);
    text.after(notice);
  }));

  form.addEventListener('input', ({ target }) => { if (target.id !== 'pasted') changed(); });
  form.addEventListener('submit', () => {
    isUnsaved = false;
    clearTimeout(keepTimer);
    clearTimeout(previewTimer);
  });
  addEventListener('beforeunload', (event) => { if (isUnsaved) event.preventDefault(); });
}
