// Which rows answer a query, and in which order: the rules are those of generator/search/answer.py
// and ranking.py; tests compare both, and the constants.

const TIERS = { equal: 500, enterprise: 400, title: 300, method: 200, label: 150, often: 20, text: 10 };
// Nearness of a query's words in a text: at most so many units between them.
const NEAR = [2, 20];
const LETTERS = /^[a-z]{2,}$/;

// Names that count alike: lists[i] are the names of owner i; terms[r] are the owners of row r.
// They are folded all at once: one by one takes far longer. Between them stands a noncharacter
// meanwhile, which folding keeps.
function nameGroup(key, tier, lists, terms) {
  const owners = [];
  const names = [];
  lists.forEach((list, owner) => list.forEach((name) => {
    names.push(name);
    owners.push(owner);
  }));
  const folded = fold(names.join("\n").replace(/\ufdd0/g, "").replace(/\n/g, "\ufdd0")).split(/·?\ufdd0·?/);
  return { key, tier, lists, owners, names, folded, terms };
}

// What is searched: columns of cases, or {kind, count, lists} with all names of every row, the
// title first. Folded when it is asked for the first time.
function groupsOf(columns) {
  const { count, firms, lists, facets } = columns;
  const rows = Array.from(Array(count).keys());
  const single = (key, tier, give) => nameGroup(key, tier, rows.map(give), rows.map((row) => [row]));
  return columns.groups = columns.groups || (lists ? [
    single("title", TIERS.title, (row) => lists[row].slice(0, 1)),
    single("other", TIERS.label, (row) => lists[row].slice(1)),
  ] : [single("id", TIERS.label, (row) => [columns.id(row)])].concat(firms ? [
    single("title", TIERS.title, (row) => [columns.title(row)]),
    nameGroup("enterprise", TIERS.enterprise, firms.firms, firms.codes.map((code) => [code])),
    single("said", TIERS.enterprise, (row) => (firms.said[row] ? [firms.said[row]] : [])),
  ] : [], Object.keys(facets).map((name) => (
    nameGroup(name, TIERS[name === "method" ? name : "label"], facets[name].nodes.map((node) => node.names), facets[name].terms)))));
}

// Calls visit(owner, number of the name, begins with it, is it) for every name of a group in which a word
// occurs; with `sounds` (group → syllables of its owners) for every owner whose name sounds so.
function eachHolder(group, word, sounds, visit) {
  if (sounds) {
    (sounds[group.key] || []).forEach((syllables, owner) => { if (soundsLike(word, syllables)) visit(owner); });
    return;
  }
  group.folded.forEach((name, number) => {
    const at = name.indexOf(word);
    if (at >= 0) visit(group.owners[number], number, !at, name === word);
  });
}

// The best tier of every row in whose names the word occurs, or whose name sounds so.
function tiersOf(word, columns, sounds) {
  const tiers = new Uint16Array(columns.count);
  for (const group of groupsOf(columns)) {
    const { tier, terms } = group;
    const found = [];
    eachHolder(group, word, sounds, (owner, number, begins, isWhole) => {
      found[owner] = isWhole && tier === TIERS.enterprise ? TIERS.equal : found[owner] || tier;
    });
    if (found.length) terms.forEach((owners, row) => { for (const owner of owners) tiers[row] = Math.max(tiers[row], found[owner] || 0); });
  }
  return tiers;
}

// Looks one word up in the texts and the names: {word, has, exact, tiers, count}. An answer of the texts
// that is not exact may hold too many rows.
function lookUp(word, columns, sounds) {
  const { folded } = word;
  const tiers = tiersOf(folded, columns, sounds);
  return findWord(columns.kind, folded).then((has) => ({
    word, has, tiers, exact: /^([^\u00b7]{0,2}|[0-9a-z]{3})$/.test(folded),
    count: tiers.filter((tier, row) => tier || has[row]).length,
  }));
}

// The table of traditional characters.
const loadTraditional = () => keep("traditional", () => getJson("traditional").then(setTraditional));

// Promises the answer to a query: {query, mask, scores, total, exact, byPinyin, finds, unproven(row): words
// that the page's text must prove, or for isNot refute}. `query` may be folded anew: use that one.
function answer(query, columns) {
  return Promise.all(query.words.map((word) => lookUp(word, columns))).then((finds) => {
    const lost = finds.filter((found) => !found.count);
    if (!lost.length) return combine(query, finds, columns);
    return loadTraditional().then(() => {
      const again = parseQuery(query.text);
      const key = (one) => one.words.map((word) => word.folded).join(" ");
      if (key(again) !== key(query)) return answer(again, columns);
      const spoken = lost.filter((found) => !columns.lists && !found.word.isNot && LETTERS.test(found.word.folded));
      if (!spoken.length) return combine(query, finds, columns);
      return getJson("pinyin").then((sounds) => (
        Promise.all(finds.map((found) => (spoken.indexOf(found) < 0 ? found : lookUp(found.word, columns, sounds))))
      )).then((heard) => combine(query, heard, columns, heard.some((found, place) => found.count > finds[place].count)));
    });
  });
}

function combine(query, finds, columns, byPinyin) {
  const marked = columns.firms || columns.lists ? "often" : "title"; // what the index marks: segment.py
  const mask = new Uint8Array(columns.count).fill(1);
  const scores = new Uint16Array(columns.count);
  const unproven = (row) => finds.filter((found) => !found.exact && found.has[row] && !found.tiers[row]).map((found) => found.word);
  let total = 0;
  let isExact = true;
  for (let row = 0; row < columns.count; row++) {
    for (const { word, has, exact, tiers } of finds) {
      if (word.isNot ? tiers[row] || exact && has[row] : !tiers[row] && !has[row]) mask[row] = 0;
      else if (!word.isNot) scores[row] += Math.max(tiers[row], TIERS[has[row] > 1 ? marked : "text"]);
    }
    total += mask[row];
    scores[row] *= mask[row];
    isExact = isExact && !(mask[row] && unproven(row).length);
  }
  return { query, mask, scores, total, exact: isExact, byPinyin: !!byPinyin, finds, unproven };
}

// How well a text answers: how near the words stand to each other in one of its pieces, and how
// often they occur in all.
function closeness(pieces, words) {
  let near = 0;
  let often = 0;
  for (const piece of pieces || []) {
    const hits = [];
    words.forEach((word, number) => {
      for (let at = piece.indexOf(word); at >= 0; at = piece.indexOf(word, at + 1)) hits.push([at, number]);
    });
    often += hits.length;
    hits.sort((one, two) => one[0] - two[0] || one[1] - two[1]);
    const last = words.map(() => -1);
    for (const [at, number] of hits) {
      last[number] = at;
      const first = Math.min(...last);
      if (first < 0) continue;
      const gap = Math.max(...last.map((at, number) => at + words[number].length)) - first - words.join("").length;
      near = Math.max(near, gap <= NEAR[0] ? 3 : gap <= NEAR[1] ? 2 : 1);
    }
  }
  return [near, often];
}

// The rows of a page in the order that their texts give: each text an array of folded pieces, or
// null. Never past a row of a higher score; equal ones stay as they are.
function rerank(rows, texts, query, scores) {
  const words = wordsOf({ query });
  return rows.map((row, place) => [row, place, ...closeness(texts[place], words)])
    .sort((one, two) => scores[two[0]] - scores[one[0]] || two[2] - one[2] || two[3] - one[3] || one[1] - two[1])
    .map(([row]) => row);
}

function wordsOf(found) {
  return found.query ? found.query.words.filter((word) => !word.isNot).map((word) => word.folded) : [];
}
