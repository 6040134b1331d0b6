// What answers a state of the finder: rows of every kind, proved where the index was not sure.

const MOST_VERIFIED = 60; // so many candidates are all looked at, and the count is exact

let openedData = null;
let openedFacets = {};
let beforeTexts; // gives what must be there before a text is folded

// The columns of the cases are opened once, when they are first needed; after a failure again.
function openData() {
  if (openedData) return openedData;
  openStore();
  const opened = openedData = Promise.all([getManifest(), getJson("columns")]).then(([manifest, json]) => {
    setFolding(manifest.folding);
    phrases = manifest.words;
    const columns = openColumns(json);
    const { names, texts } = manifest.has_traditional;
    openedFacets = columns.facets;
    beforeTexts = () => (texts ? [loadTraditional()] : []);
    return names ? loadTraditional().then(() => columns) : columns;
  });
  opened.catch(() => { openedData = null; });
  return opened;
}

// Promises what is no case, as sources in the order of KINDS.
const openOthers = () => keep("listings", () => Promise.all([getJson("others"), ...beforeTexts()]).then(([more]) => (
  KINDS.slice(1).map((kind) => listing(kind, more[`${kind}s`], kind === "term" ? 4 : 3)))));

// Every kind answers the same questions: `order` gives its rows as a state wants them, `row` what is drawn.
// This is what is no case: records [title, address, …], their other names at a place of their own.
function listing(kind, records, place) {
  const lists = records.map((record) => [record[0]].concat(record[place].split("\n").filter(Boolean)));
  const isNotice = kind === "notice";
  return {
    kind, records, lists, count: records.length,
    names: (row) => lists[row],
    uri: (row) => records[row][1],
    need: () => {},
    order: (state, { mask, scores }) => Array.from(records.keys()).filter((row) => (!mask || mask[row])
      && (!isNotice || state.kind !== kind || [state.type, state.year].every((value, number) => !value || value === records[row][4 + number])))
      .sort((one, two) => scores && scores[two] - scores[one] || (isNotice ? two - one : one - two)),
    row: (row) => ({ title: records[row][0], uri: records[row][1], about: records[row].slice(2, place), hasText: isNotice }),
  };
}

// Promises the answer to a text, an empty one for none; it is kept for the next choice of facets.
const ask = (source, text) => keep(`${source.kind}?${text}`, () => Promise.resolve(text ? answer(parseQuery(text), source) : {}).then((found) => {
  found.checked = [];
  if (text && !found.query.words.length) { // nothing in it could stand in a text
    found.mask.fill(found.total = 0);
    found.finds = [{ word: { shown: text, folded: "" }, count: 0 }];
  }
  return found;
}));

function isOpen(found, row) {
  return found.unproven && !found.checked[row] && found.unproven(row).length;
}

// Promises whether the texts of a row hold what the index could not prove; a row that fails leaves the mask.
function verify(source, found, row) {
  if (!isOpen(found, row)) return found.mask[row];
  return Promise.all([fetchPieces(rootAddress + source.uri(row)), source.need([row])]).then(([pieces]) => {
    if (!pieces) return 1;
    const texts = pieces.map((piece) => piece.folded).concat(source.names(row).map(fold));
    found.checked[row] = 1;
    return found.mask[row] = +found.unproven(row).every((word) => texts.some((text) => text.includes(word.folded)) !== word.isNot);
  });
}

// Looks at rows, a few together, until as many as wanted are good.
function collect(rows, most, isGood) {
  return most > 0 && rows.length && Promise.all(rows.slice(0, AT_ONCE).map(isGood))
    .then((fits) => collect(rows.slice(AT_ONCE), most - fits.filter(Boolean).length, isGood));
}

// Promises {source, found, rows, shown, isAbout}: all rows in order, and those of the page, proved.
// Of few candidates all are proved, so that every count is right; of many those up to the page.
function findKind(state, source) {
  return ask(source, state.q).then((found) => {
    const order = () => source.order(state, found);
    const pageOf = (rows) => Math.max(1, Math.min(state.page, Math.ceil(rows.length / PER_PAGE)));
    const rows = order();
    const first = (pageOf(rows) - 1) * PER_PAGE;
    const start = state.page > 10 && rows.length > MOST_VERIFIED ? Math.max(0, first - PER_PAGE) : 0; // far pages: not all before them
    const open = !state.q || found.exact ? [] : found.total <= MOST_VERIFIED
      ? Array.from(found.mask.keys()).filter((row) => found.mask[row]) : rows.slice(start);
    const most = open.length <= MOST_VERIFIED ? MOST_VERIFIED : first + PER_PAGE - start;
    return Promise.resolve(collect(open, most, (row) => verify(source, found, row))).then(() => {
      if (open.length) {
        found.total = found.mask.filter(Boolean).length;
        if (found.finds.length === 1) found.finds[0].count = found.total;
      }
      const proved = open.length ? order() : rows;
      const page = pageOf(proved);
      const shown = proved.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      const isAbout = open.length && proved.some((row) => isOpen(found, row));
      return Promise.resolve(source.need(shown)).then(() => bestFirst(state, { source, found, page, rows: proved, shown, isAbout }));
    });
  });
}

// Several words: those rows first in whose texts they stand near each other; the texts are waited for 800 ms.
function bestFirst(state, result) {
  const { source, found, shown } = result;
  if (wordsOf(found).length < 2 || source.kind !== "case" || sortOf(state) !== "relevance") return result;
  const texts = [];
  const all = Promise.all(shown.map((row, place) => source.hasText(row)
    && fetchPieces(rootAddress + source.uri(row)).then((pieces) => { texts[place] = pieces && pieces.map((piece) => piece.folded); })));
  return Promise.race([all, new Promise((resolve) => setTimeout(resolve, 800))]).then(() => {
    result.shown = rerank(shown, texts, found.query, found.scores);
    return result;
  });
}

// Promises what each source finds; null for one that was not asked for.
const find = (state, sources) => Promise.all(sources.map((source) => (
  state.q || source.kind === state.kind || !state.kind && source.kind === "case" ? Promise.resolve(
    !source.canSort || source.canSort(sortOf(state)) || getJson("order").then(source.setTitleOrder)).then(() => findKind(state, source)) : null)));
