// Comfort for the editor of a file: a preview as one types, tools of the text, and a question before what was typed is left.
const form = document.querySelector('[data-editor]');
const preview = document.getElementById('preview');
const PAUSE = 100;
const LONG_PAUSE = 500;
const MAX = 200_000;
let isUnsaved = form.dataset.unsaved === 'yes';
let timer;
let running;

// The proposed button comes with the preview, or is asked for again once the keys rest.
async function show(what) {
  running?.abort();
  running = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  if (body.toString().length > MAX) return;
  try {
    const response = await fetch(form.dataset.preview, {
      method: 'POST', body, signal: running.signal, cache: 'no-store', redirect: 'error', headers: { 'X-Preview': what },
    });
    if (!response.ok) throw new Error();
    const answer = document.createElement('template');
    answer.innerHTML = await response.text();
    const isWhole = answer.content.querySelector('[data-part=proposal]');
    for (const part of answer.content.children) document.getElementById(part.dataset.part)?.replaceChildren(...part.childNodes);
    if (isWhole) propose();
    else timer = setTimeout(show, LONG_PAUSE, 'whole');
    if (!preview) return;
    preview.removeAttribute('data-stale');
    for (const link of preview.querySelectorAll('a[href^="/"], a[href^="http"]')) link.target = '_blank';
  } catch (fault) {
    if (fault.name === 'AbortError' || !preview) return;
    preview.setAttribute('data-stale', '');
    preview.title = form.dataset.failed;
  }
}

// The button that is proposed stands out.
function propose() {
  const proposed = document.querySelector('[data-proposed]').dataset.proposed;
  for (const button of form.querySelectorAll('[data-target]'))
    button.classList.toggle('button-secondary', button.dataset.target !== (proposed === 'draft' ? 'draft' : 'live'));
}

// Enter in a field does what is proposed.
form.addEventListener('keydown', (event) => {
  const isField = event.target.matches('input:not([type=checkbox])');
  if (event.key !== 'Enter' || !isField || document.querySelector('[data-proposed]').dataset.proposed !== 'draft') return;
  event.preventDefault();
  form.querySelector('[data-action=keep]').click();
});

form.addEventListener('input', () => {
  isUnsaved = true;
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE, 'typed');
});
form.addEventListener('submit', () => { isUnsaved = false; });
addEventListener('beforeunload', (event) => { if (isUnsaved) event.preventDefault(); });

// Tools of the text
const changed = (field) => field.dispatchEvent(new Event('input', { bubbles: true }));
let text = document.getElementById('body');
for (const field of document.querySelectorAll('[data-body]')) field.addEventListener('focus', () => { text = field; });

function insert(before, after = '') {
  const [start, end] = [text.selectionStart, text.selectionEnd];
  const chosen = text.value.slice(start, end);
  text.focus();
  // Undo knows an inserted text, but not a changed value.
  if (!document.execCommand('insertText', false, before + chosen + after)) text.setRangeText(before + chosen + after, start, end, 'end');
  text.selectionStart = text.selectionEnd = chosen ? start + before.length + chosen.length + after.length : start + before.length;
  changed(text);
}

const newRow = (list) => document.querySelector(`[data-rows="${list}"] [data-new=yes]`);
for (const tools of document.querySelectorAll('[data-tools]')) {
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    const { wrap, reference, rowOf } = target.closest('button')?.dataset ?? {};
    if (wrap) insert(wrap, wrap);
    const row = newRow(reference ?? rowOf);
    if (reference) insert(`[${row.parentElement.querySelectorAll('[data-row]').length}]`);
    if (row) row.querySelector('input, textarea').focus();
  });
}

// A picture goes where the cursor is. Without its name or its alternative, the server says what is missing.
const [picture, alternative] = [document.getElementById('insert-picture'), document.getElementById('insert-alt')];
for (const button of document.querySelectorAll('[data-into]'))
  button.addEventListener('click', (event) => {
    if (!picture.value.trim() || !alternative.value.trim()) return;
    event.preventDefault();
    text = document.getElementById(button.dataset.into);
    insert(`\n\n![${alternative.value.trim().replaceAll('[', '(').replaceAll(']', ')')}](${picture.value.trim()})\n\n`);
    picture.value = alternative.value = '';
  });
for (const field of [picture, alternative])
  field?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    document.querySelector('[data-into]').click();
  });

// A link to a problem leads to its field, or to its line.
if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
const marked = document.querySelector('[data-numbered][data-line]');
if (marked) {
  const area = marked.querySelector('textarea');
  const lines = area.value.split('\n');
  const start = lines.slice(0, marked.dataset.line - 1).join('\n').length + (marked.dataset.line > 1 ? 1 : 0);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + (lines[marked.dataset.line - 1] ?? '').length);
  marked.querySelector('mark')?.scrollIntoView({ block: 'center' });
}

// Numbers of lines
for (const numbered of document.querySelectorAll('[data-numbered]')) {
  const [numbers, area] = [numbered.querySelector('pre'), numbered.querySelector('textarea')];
  area.addEventListener('input', () => {
    const count = area.value.split('\n').length;
    area.rows = count + 1;
    numbers.textContent = Array.from({ length: count }, (_, i) => i + 1).join('\n');
  });
}
