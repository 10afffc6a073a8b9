// Hides the questions of the registration form whose condition does not hold. The server decides: it neither requires nor keeps an
// answer to a question that is not asked. The form works without it: a sentence says when each question is asked.
const questions = [...document.querySelectorAll('[data-when^="["]')];

const answersTo = (form, name) =>
  [...form.elements]
    .filter(control => control.name === name && !control.closest('.question[hidden]'))
    .filter(control => !['radio', 'checkbox'].includes(control.type) || control.checked)
    .map(control => control.value.trim())
    .filter(value => value !== '');

const holds = question => {
  const form = question.closest('form');
  return JSON.parse(question.dataset.when).every(([name, values]) => {
    const given = answersTo(form, name);
    return values.length === 0 ? given.length > 0 : given.some(value => values.includes(value));
  });
};

// In the order of the page: a question depends only on those above it.
const update = () => questions.forEach(question => (question.hidden = !holds(question)));

if (questions.length > 0) {
  document.addEventListener('change', update);
  document.addEventListener('input', update);
  update();
}
