// Which rows answer a query, and in which order: the rules are those of generator/search/answer.py
// and ranking.py; tests compare both, and the constants.

const TIERS = { equal: 500, enterprise: 400, title: 300, method: 200, label: 150, often: 20, text: 10 };
// Nearness of a query's words in a text: at most so many units between them.
const NEAR = [2, 20];
// Parts names while they are folded together: a noncharacter, which no text holds and folding keeps.
const PART = "\ufdd0";
// Parts them afterwards: what no query is folded to.
const END = "\n";
const LETTERS = /^[a-z]{2,}$/;

// Names that count alike: lists[i] are the names of owner i; the owners of row r are
// all[from[r]] … all[from[r + 1] - 1]. They are folded all at once: one by one takes far longer.
function nameGroup(key, tier, lists, from, all) {
  const owners = [];
  const names = [];
  lists.forEach((list, owner) => {
    for (const name of list) if (names.push(name)) owners.push(owner);
  });
  const text = fold(names.join("\n").split(PART).join("").split("\n").join(PART))
    .replace(/·?\ufdd0·?/g, END) + END;
  const starts = new Int32Array(names.length + 1);
  for (let i = 0; i < names.length; i++) starts[i + 1] = text.indexOf(END, starts[i]) + 1;
  return { key, tier, whole: tier === TIERS.enterprise ? TIERS.equal : tier, lists, owners, text, starts, from, all };
}

// What is searched: columns of cases, or {kind, count, lists} with all names of every row, the
// title first. Folded when it is asked for the first time.
function groupsOf(columns) {
  if (columns.groups) return columns.groups;
  const rows = Int32Array.from({ length: columns.count + 1 }, (none, row) => row);
  const single = (key, tier, give) => nameGroup(key, tier, Array.from(rows.subarray(1), (row) => give(row - 1)), rows, rows);
  const groups = columns.groups = [];
  if (columns.lists) {
    groups.push(single("title", TIERS.title, (row) => columns.lists[row].slice(0, 1)),
      single("other", TIERS.label, (row) => columns.lists[row].slice(1)));
    return groups;
  }
  groups.push(single("id", TIERS.label, (row) => [columns.id(row)]));
  if (columns.isWhole) {
    const firms = columns.firms;
    groups.push(single("title", TIERS.title, (row) => [columns.title(row)]),
      nameGroup("enterprise", TIERS.enterprise, firms.firms, rows, firms.codes),
      single("said", TIERS.enterprise, (row) => (firms.said[row] ? [firms.said[row]] : [])));
  }
  for (const name of Object.keys(columns.facets)) {
    const facet = columns.facets[name];
    groups.push(nameGroup(name, name === "method" ? TIERS.method : TIERS.label,
      facet.nodes.map((node) => [node.label].concat(node.others)), facet.from, facet.all));
  }
  return groups;
}

// The best tier of every row in whose names the word occurs; with `sounds` (group → syllables of
// its owners) those whose name sounds so.
function tiersOf(word, columns, sounds) {
  const tiers = new Uint16Array(columns.count);
  for (const group of groupsOf(columns)) {
    const found = new Uint16Array(group.lists.length);
    let any = 0;
    if (sounds) {
      (sounds[group.key] || []).forEach((syllables, owner) => {
        if (soundsLike(word, syllables)) any = found[owner] = group.tier;
      });
    } else {
      const starts = group.starts;
      for (let i = 0, at; (at = group.text.indexOf(word, starts[i])) >= 0; i++) {
        while (starts[i + 1] <= at) i++;
        const isWhole = starts[i + 1] - starts[i] === word.length + 1;
        any = found[group.owners[i]] = Math.max(found[group.owners[i]], isWhole ? group.whole : group.tier);
      }
    }
    for (let row = 0; any && row < columns.count; row++) {
      for (let at = group.from[row]; at < group.from[row + 1]; at++) {
        tiers[row] = Math.max(tiers[row], found[group.all[at]]);
      }
    }
  }
  return tiers;
}

// Looks one word up: {word, has, exact, tiers, count}. Without an index in the names alone.
function lookUp(word, index, columns) {
  const kind = columns.kind || "case";
  const tiers = tiersOf(word.folded, columns);
  const given = index ? index.findWord(kind, word.folded) : { has: tiers, exact: true };
  return Promise.resolve(given).then((found) => ({ word, has: found.has, exact: found.exact, tiers }))
    .then(counted);
}

function counted(found) {
  found.count = 0;
  for (let row = 0; row < found.has.length; row++) if (found.has[row] || found.tiers[row]) found.count++;
  return found;
}

// The table of traditional characters, loaded once; promises whether it is new.
let isTraditional = false;
function loadTraditional(store) {
  if (isTraditional || !store) return Promise.resolve(false);
  return store.json("traditional").then((table) => {
    const isNew = !isTraditional;
    if (isNew) setTraditional(table);
    return (isTraditional = true) && isNew;
  });
}

// Promises the answer to a query. `index` null: names alone; `store` null: nothing more is loaded.
// {query, mask, scores, total, exact, byPinyin, perWord: [{word, count}], unproven(row): words that the
// page's text must prove, or for isNot refute}. `query` may be folded anew: use that one.
function answer(query, index, columns, store) {
  return Promise.all(query.words.map((word) => lookUp(word, index, columns))).then((finds) => {
    const lost = () => finds.filter((found) => !found.count && !found.word.isNot);
    if (!lost().length || !store) return combine(query, finds, columns, false);
    return loadTraditional(store).then(() => {
      const again = parseQuery(query.text);
      const key = (one) => one.words.map((word) => word.folded).join(" ");
      if (key(again) !== key(query)) return answer(again, index, columns, store);
      const spoken = lost().filter((found) => !columns.lists && LETTERS.test(found.word.folded));
      if (!spoken.length) return combine(query, finds, columns, false);
      return store.json("pinyin").then((sounds) => {
        spoken.forEach((found) => {
          found.tiers = tiersOf(found.word.folded, columns, sounds);
          counted(found);
        });
        return combine(query, finds, columns, spoken.some((found) => found.count));
      });
    });
  });
}

function combine(query, finds, columns, byPinyin) {
  const mask = new Uint8Array(columns.count).fill(1);
  const scores = new Uint16Array(columns.count);
  const isOpen = (found, row) => !found.exact && found.has[row] && !found.tiers[row];
  for (const found of finds) {
    const { has, tiers } = found;
    const isNot = found.word.isNot;
    for (let row = 0; row < mask.length; row++) {
      if (isNot ? tiers[row] || (has[row] && found.exact) : !tiers[row] && !has[row]) mask[row] = 0;
      else if (!isNot) scores[row] += tiers[row] || (has[row] > 1 ? TIERS.often : TIERS.text);
    }
  }
  let total = 0;
  let exact = true;
  for (let row = 0; row < mask.length; row++) {
    total += mask[row];
    if (!mask[row]) scores[row] = 0;
    for (let i = 0; exact && mask[row] && i < finds.length; i++) exact = !isOpen(finds[i], row);
  }
  return {
    query, mask, scores, total, exact, byPinyin,
    perWord: finds.map((found) => ({ word: found.word, count: found.count })),
    unproven: (row) => finds.filter((found) => isOpen(found, row)).map((found) => found.word),
  };
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
    for (const hit of hits) {
      last[hit[1]] = hit[0];
      const first = Math.min.apply(null, last);
      if (first < 0) continue;
      const end = Math.max.apply(null, last.map((at, number) => at + words[number].length));
      const gap = words.reduce((rest, word) => rest - word.length, end - first);
      near = Math.max(near, gap <= NEAR[0] ? 3 : gap <= NEAR[1] ? 2 : 1);
    }
  }
  return [near, often];
}

// The rows of a page in the order that their texts give: each text an array of folded pieces, or
// null. Never past a row of a higher score; equal ones stay as they are.
function rerank(rows, texts, query, scores) {
  const words = query.words.filter((word) => !word.isNot).map((word) => word.folded);
  const close = Array.from(rows, (row, place) => closeness(texts[place], words));
  const places = Array.from(rows, (row, place) => place);
  places.sort((one, two) => scores[rows[two]] - scores[rows[one]] || close[two][0] - close[one][0]
    || close[two][1] - close[one][1] || one - two);
  return places.map((place) => rows[place]);
}
