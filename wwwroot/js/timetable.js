// The keyboard in the timetable: arrows go to the row above or below, with Ctrl they move the row. Each presses what is on the page, so
// that nothing works only here.
const form = document.querySelector('[data-timetable]');
const KEY = 'timetable-focus';

const rowOf = (element) => element?.closest?.('[data-row]');

/** The field to which the focus returns after the page has been loaded again. */
function remember(element) {
  const row = rowOf(element);
  if (row) sessionStorage.setItem(KEY, JSON.stringify([row.dataset.row, element.name?.split('-')[0] === 'end' ? 'end' : 'start']));
}

function restore() {
  const [slug, field] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  sessionStorage.removeItem(KEY);
  document.querySelector('[data-keys]')?.removeAttribute('hidden');
  if (document.getElementById('open-row')) return document.getElementById('open-row').querySelector('select, input, button')?.focus();
  if (slug) form.elements[`${field}-${slug}`]?.focus();
}

form?.addEventListener('keydown', (event) => {
  const row = rowOf(event.target);
  if (!row || !['ArrowUp', 'ArrowDown'].includes(event.key) || event.altKey || event.shiftKey || event.metaKey) return;
  const isUp = event.key === 'ArrowUp';
  event.preventDefault();
  if (event.ctrlKey) {
    row.querySelector(isUp ? '[data-up]' : '[data-down]')?.click();
    return;
  }
  const rows = [...form.querySelectorAll('[data-row]')];
  const next = rows[rows.indexOf(row) + (isUp ? -1 : 1)];
  const kind = event.target.name?.startsWith('end-') ? 'end' : 'start';
  const field = next && form.elements[`${kind}-${next.dataset.row}`];
  field?.focus();
  field?.select();
});
form?.addEventListener('submit', (event) => remember(event.submitter?.closest('[data-row]') ? event.submitter : document.activeElement));
if (form) restore();
