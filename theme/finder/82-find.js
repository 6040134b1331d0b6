// What answers a state of the finder: rows of every kind, proved where the index was not sure.

const MOST_VERIFIED = 60; // so many candidates are all looked at, and the count is exact
const MOST_LOOKS = 100; // of one answer, AT_ONCE pages each: where nearly all fail, it ends before it is complete
const FAR = 100; // a page that ends after so many rows: not all before it are looked at

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

// Promises the answer to a text, an empty one for none; its source keeps it for the next choice of facets.
const ask = (source, text) => keep(`?${text}`, () => Promise.resolve(text ? answer(parseQuery(text), source) : {}).then((found) => {
  found.checked = [];
  if (text && !found.query.words.length) { // nothing in it could stand in a text
    found.mask.fill(found.total = 0);
    found.finds = [{ word: { shown: text, folded: "" }, count: 0 }];
  }
  return found;
}), source.asked = source.asked || {}, 30);

function isOpen(found, row) {
  return found.unproven && !found.checked[row] && found.unproven(row).length;
}

// Looks whether the texts of a row hold what the index could not prove; a row that fails leaves the mask.
function verify(source, found, row) {
  return Promise.all([fetchPieces(source.uri(row)), source.need([row])]).then(([pieces]) => {
    if (!pieces) return;
    const texts = pieces.map((piece) => piece.folded).concat(source.names(row).map(fold));
    found.checked[row] = 1;
    found.mask[row] = +found.unproven(row).every((word) => texts.some((text) => text.includes(word.folded)) !== word.isNot);
  });
}

// Promises {source, found, page, rows, shown, isAbout}: all rows in order, and those of the page that were looked at.
// Of few candidates all are looked at, so that every count is right; of many those up to the page, a few together.
function findKind(state, source) {
  return ask(source, state.q).then((found) => {
    const seen = [];
    let looks = MOST_LOOKS;
    const isUnseen = (row) => !seen[row] && isOpen(found, row);
    const pageOf = (rows) => Math.max(1, Math.min(state.page, Math.ceil(rows.length / PER_PAGE)));
    const rows = source.order(state, found);
    const look = (left) => {
      const end = pageOf(left) * PER_PAGE;
      const next = (found.total <= MOST_VERIFIED ? Array.from(found.mask.keys()).filter((row) => found.mask[row])
        : left.length <= MOST_VERIFIED ? left
          : left.slice(end > FAR ? end - 2 * PER_PAGE : 0, end)).filter(isUnseen).slice(0, AT_ONCE);
      return next.length && looks-- && state.isNow() ? Promise.all(next.map((row) => {
        seen[row] = 1;
        return verify(source, found, row);
      })).then(() => look(left.filter((row) => found.mask[row]))) : left;
    };
    return Promise.resolve(look(rows)).then((left) => {
      const proved = left === rows ? rows : source.order(state, found);
      let page = pageOf(proved);
      let shown;
      if (state.q) {
        found.total = found.mask.filter(Boolean).length;
        if (found.finds.length === 1) found.finds[0].count = found.total;
      }
      do shown = proved.slice((page - 1) * PER_PAGE, page * PER_PAGE).filter((row) => !isUnseen(row));
      while (!shown.length && page > 1 && page--);
      return Promise.resolve(source.need(shown)).then(() => bestFirst(state, { source, found, page, rows: proved, shown, isAbout: proved.some((row) => isOpen(found, row)) }));
    });
  });
}

// Several words: those rows first in whose texts they stand near each other; the texts are waited for 800 ms.
function bestFirst(state, result) {
  const { source, found, shown } = result;
  if (wordsOf(found).length < 2 || source.kind !== "case" || sortOf(state) !== "relevance") return result;
  const texts = [];
  const all = Promise.all(shown.map((row, place) => source.hasText(row)
    && fetchPieces(source.uri(row)).then((pieces) => { texts[place] = pieces && pieces.map((piece) => piece.folded); })));
  return Promise.race([all, new Promise((resolve) => setTimeout(resolve, 800))]).then(() => {
    result.shown = rerank(shown, texts, found.query, found.scores);
    return result;
  });
}

// Promises what each source finds; null for one that was not asked for.
const find = (state, sources) => Promise.all(sources.map((source) => (
  state.q || source.kind === state.kind || !state.kind && source.kind === "case" ? Promise.resolve(
    !source.canSort || source.canSort(sortOf(state)) || getJson("order").then(source.setTitleOrder)).then(() => findKind(state, source)) : null)));
