// What answers a state of the finder: rows of every kind, proved where the index was not sure.

const MOST_VERIFIED = 60; // so many candidates are all looked at, and the count is exact
const WAIT_MILLISECONDS = 800; // for the texts that bring the best passages first

// Everything is opened once, when it is first needed; after a failure again.
function openData() {
  if (finder.data) return finder.data;
  const store = openStore(rootAddress);
  const wanted = [store.manifest(), store.json("columns"), finder.isSearch ? store.json("others") : null];
  finder.data = Promise.all(wanted).then((got) => {
    setFolding(got[0].folding);
    phrases = got[0].words;
    const columns = openColumns(got[1], store.file);
    finder.facets = columns.facets;
    const data = { store, index: openIndex(store), columns, answers: new Map() };
    data.sources = { case: columns };
    if (got[2]) {
      data.sources.notice = listing("notice", got[2].notices, 3);
      data.sources.video = listing("video", got[2].videos, 3);
      data.sources.term = listing("term", got[2].terms, 4);
    }
    return got[0].has_traditional ? loadTraditional(store).then(() => data) : data;
  });
  finder.data.catch(() => { finder.data = null; });
  return finder.data;
}

// What is no case, with the same questions as the columns.
function listing(kind, records, place) {
  const lists = records.map((record) => [record[0]].concat(record[place].split("\n").filter(Boolean)));
  return {
    kind, records, lists, count: records.length, names: (row) => lists[row], uri: (row) => records[row][1],
    need: () => Promise.resolve(),
  };
}

// Promises the answer to a text, null for none; it is kept for the next choice of facets.
function ask(data, kind, text) {
  const source = data.sources[kind];
  const key = kind + text;
  if (!text) return Promise.resolve(null);
  if (!data.answers.has(key)) {
    const query = parseQuery(text);
    const nothing = { query, mask: new Uint8Array(source.count), scores: [], total: 0, exact: true, perWord: [] };
    const hasTexts = kind === "case" || kind === "notice";
    const asked = query.words.length ? answer(query, hasTexts && data.index, source, data.store) : Promise.resolve(nothing);
    data.answers.set(key, asked.then((found) => Object.assign(found, { checked: new Uint8Array(source.count) })));
    data.answers.get(key).catch(() => data.answers.delete(key));
  }
  return data.answers.get(key);
}

// Promises whether the texts of a row hold what the index could not prove; a row that fails leaves the mask.
function verify(source, found, row) {
  const words = found.checked[row] ? [] : found.unproven(row);
  if (!words.length) return Promise.resolve(!!found.mask[row]);
  return Promise.all([fetchPieces(rootAddress + source.uri(row)), source.need([row])]).then((got) => {
    if (!got[0]) return true;
    const names = source.names(row).map(fold);
    const isThere = (word) => occursIn(got[0], word) || names.some((name) => name.indexOf(word) >= 0);
    found.checked[row] = 1;
    if (!words.every((word) => isThere(word.folded) !== word.isNot)) found.mask[row] = 0;
    return !!found.mask[row];
  });
}

// Promises {rows, isAbout}: the rows in order, those of the page proved; of a few candidates all.
function settle(source, found, order, page) {
  const rows = order();
  if (!found || found.exact) return Promise.resolve({ rows, isAbout: false });
  const good = (row) => verify(source, found, row);
  const isFew = found.total <= MOST_VERIFIED;
  const all = isFew ? Array.from(found.mask.keys()).filter((row) => found.mask[row]) : rows;
  const most = isFew || rows.length <= MOST_VERIFIED ? all.length : Math.min(page, 10) * PER_PAGE;
  return collect(all, most, good)
    .then(() => collect(order().slice((page - 1) * PER_PAGE), PER_PAGE, good))
    .then(() => order())
    .then((proved) => ({ rows: proved, isAbout: proved.some((row) => !found.checked[row] && found.unproven(row).length) }));
}

function findCases(data, state) {
  const columns = data.columns;
  const sort = sortOf(state);
  const look = (found) => columns.look(state.selection, found && found.mask);
  return Promise.all([
    ask(data, "case", state.q),
    columns.canSort(sort) || data.store.json("order").then((order) => columns.setTitleOrder(order)),
  ]).then((got) => {
    const found = got[0];
    return settle(columns, found, () => columns.sorted(look(found).rows, sort, found && found.scores), state.page)
      .then((settled) => Object.assign(settled, { found, counts: look(found).counts }));
  }).then((result) => {
    const last = Math.max(1, Math.ceil(result.rows.length / PER_PAGE));
    const start = (Math.min(state.page, last) - 1) * PER_PAGE;
    result.shown = result.rows.slice(start, start + PER_PAGE);
    return columns.need(result.shown).then(() => bestFirst(columns, sort, result));
  });
}

// Several words: those rows first in whose texts they stand near each other.
function bestFirst(columns, sort, result) {
  const found = result.found;
  if (sort !== "relevance" || found.query.words.filter((word) => !word.isNot).length < 2) return result;
  const texts = [];
  const all = Promise.all(Array.from(result.shown, (row, place) => columns.hasText(row)
    && fetchPieces(rootAddress + columns.uri(row)).then((pieces) => { texts[place] = pieces && pieces.map(foldedOf); })));
  const late = new Promise((resolve) => { setTimeout(resolve, WAIT_MILLISECONDS); });
  return Promise.race([all, late]).then(() => {
    result.shown = rerank(result.shown, texts, found.query, found.scores);
    return result;
  });
}

function findOthers(data, state, kind) {
  const source = data.sources[kind];
  const fits = (row) => kind !== "notice" || state.kind !== kind
    || ((!state.type || source.records[row][4] === state.type) && (!state.year || source.records[row][5] === state.year));
  const newest = kind === "notice" ? -1 : 1;
  return ask(data, kind, state.q).then((found) => settle(source, found, () => Array.from(source.records.keys())
    .filter((row) => (!found || found.mask[row]) && fits(row))
    .sort((one, two) => (found ? found.scores[two] - found.scores[one] : 0) || newest * (one - two)), state.page))
    .then((settled) => Object.assign(settled, { kind }));
}

function find(data, state) {
  const kinds = finder.isSearch ? KINDS.slice(1) : [];
  return Promise.all([isOfCases(state) || state.q ? findCases(data, state) : null]
    .concat(kinds.map((kind) => (state.q || state.kind === kind ? findOthers(data, state, kind) : null))));
}
