// The search of the archive. As on the site, every word of the query must begin a word of the result. The index contains folded text; the
// query is folded in the same way.
const self = document.currentScript;
const english = document.documentElement.lang === 'en';
const letters = {
  œ: 'oe', æ: 'ae', ß: 'ss', ẞ: 'ss', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', þ: 'th', ı: 'i', ς: 'σ', ʻ: ' ', ʼ: ' ', ʽ: ' ',
};
const fold = (text) => [...text.normalize('NFKD')]
  .filter((c) => !/[\p{M}\p{Cf}]/u.test(c))
  .map((c) => (/[\p{L}\p{Nd}]/u.test(c) ? letters[c.toLowerCase()] ?? c.toLowerCase() : ' '))
  .join('').replace(/[\u3041-\u30FF\u3400-\u9FFF]/g, ' $& ').trim().split(/ +/).filter((word) => word);

const asked = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 200);
const words = [...new Set(fold(asked))].slice(0, 12);
// The weight of a match in the title, the people, the keywords and the text.
const weights = [10, 6, 4, 1];

const scoreOf = (document) => words.reduce((sum, word) => {
  if (sum === 0) return 0;
  const best = Math.max(...document.in.map((text, place) => (` ${text}`.includes(` ${word}`) ? weights[place] : 0)));
  return best === 0 ? 0 : sum + best;
}, 1);

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

for (const field of document.querySelectorAll('input[name=q]')) field.value = asked;
if (words.length > 0) {
  const hits = globalThis.searchIndex.map((found) => ({ found, score: scoreOf(found) })).filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
  const list = document.querySelector('#results');
  const many = hits.length;
  const count = element('p', 'search-count', english
    ? `${many === 0 ? 'No result' : many === 1 ? '1 result' : `${many} results`} for “${asked}”`
    : `${many === 0 ? 'Aucun résultat' : many === 1 ? '1 résultat' : `${many} résultats`} pour « ${asked} »`);
  count.setAttribute('role', 'status');
  list.before(count);
  for (const { found } of hits) {
    const item = element('li');
    const title = element('p', 'search-result-title');
    if (found.code) title.append(element('span', 'code', found.code), ' ');
    const link = element('a', '', found.title);
    link.href = self.dataset.root + found.address;
    title.append(link);
    item.append(title);
    if (found.people) item.append(element('p', 'search-result-authors', found.people));
    if (found.text) {
      const text = element('p', 'excerpt', found.text);
      text.lang = found.lang;
      item.append(text);
    }
    list.append(item);
  }
}
