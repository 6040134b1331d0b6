// What answers a state of the finder: rows of every kind, proved where the index was not sure.

const MOST_VERIFIED = 60; // so many candidates are all looked at, and the count is exact
const WAIT_MILLISECONDS = 800; // for the texts that bring the best passages first

// Everything is opened once, when it is first needed; after a failure again.
function openData() {
  if (finder.data) return finder.data;
  const store = openStore(rootAddress);
  const others = finder.isSearch && store.json("others");
  const opened = finder.data = Promise.all([store.manifest(), store.json("columns"), others]).then(([manifest, json, more]) => {
    setFolding(manifest.folding);
    phrases = manifest.words;
    const columns = openColumns(json, store.file);
    finder.facets = columns.facets;
    const sources = more ? [sourceOfCases(columns), listing("notice", more.notices, 3), listing("video", more.videos, 3),
      listing("term", more.terms, 4)] : [sourceOfCases(columns)];
    const data = { store, index: openIndex(store), columns, sources };
    return manifest.has_traditional ? loadTraditional(store).then(() => data) : data;
  });
  opened.catch(() => { finder.data = null; });
  return opened;
}

// Every kind answers the same questions: `order` gives its rows as a state wants them, `row` what is drawn.
function sourceOfCases(columns) {
  return Object.assign(columns, {
    kind: "case",
    order: (state, found) => columns.sorted(columns.look(state.selection, found && found.mask).rows, sortOf(state), found && found.scores),
    row(row) {
      const title = columns.title(row);
      const firm = columns.enterprise(row);
      return {
        title: title || firm, who: title ? firm : say("untitled"), uri: columns.uri(row), about: columns.about(row),
        mark: columns.isDemonstration(row) && say("demonstration"), hasText: columns.hasText(row),
      };
    },
  });
}

// What is no case: records [title, address, …], their other names at a place of their own.
function listing(kind, records, place) {
  const lists = records.map((record) => [record[0]].concat(record[place].split("\n").filter(Boolean)));
  const isNotice = kind === "notice";
  return {
    kind, records, lists, count: records.length,
    names: (row) => lists[row],
    uri: (row) => records[row][1],
    need: () => {},
    order: (state, found) => Array.from(records.keys()).filter((row) => (!found || found.mask[row])
      && (!isNotice || state.kind !== kind || [state.type, records[row][4]][+!state.type] === records[row][4]
        && (!state.year || state.year === records[row][5])))
      .sort((one, two) => (found ? found.scores[two] - found.scores[one] : 0) || (isNotice ? two - one : one - two)),
    row: (row) => ({ title: records[row][0], uri: records[row][1], about: records[row].slice(2, place), hasText: isNotice }),
  };
}

// Promises the answer to a text, null for none; it is kept for the next choice of facets.
function ask(data, source, text) {
  if (source.asked === text) return source.answer;
  const query = parseQuery(text);
  const hasTexts = source.kind === "case" || source.kind === "notice";
  source.asked = text;
  source.answer = Promise.resolve(text && answer(query, hasTexts && data.index, source, data.store)).then((found) => {
    if (!found) return null;
    found.checked = new Uint8Array(source.count);
    if (!query.words.length) { // nothing in it could stand in a text
      found.mask.fill(found.total = 0);
      found.perWord = [{ word: { shown: text, folded: "" }, count: 0 }];
    }
    return found;
  });
  source.answer.catch(() => { source.asked = null; });
  return source.answer;
}

function isOpen(found, row) {
  return !found.checked[row] && found.unproven(row).length;
}

// Promises whether the texts of a row hold what the index could not prove; a row that fails leaves the mask.
function verify(source, found, row) {
  if (!isOpen(found, row)) return Promise.resolve(found.mask[row]);
  return Promise.all([fetchPieces(rootAddress + source.uri(row)), source.need([row])]).then(([pieces]) => {
    if (!pieces) return 1;
    const names = source.names(row).map((name) => ({ text: name }));
    found.checked[row] = 1;
    return found.mask[row] = +found.unproven(row).every((word) => occursIn(pieces.concat(names), word.folded) !== word.isNot);
  });
}

// Promises as many good rows as wanted, or null when there are no more; a few are looked at together.
function collect(rows, most, isGood) {
  const few = Array.from(rows.slice(0, AT_ONCE));
  if (most <= 0 || !few.length) return Promise.resolve();
  return Promise.all(few.map(isGood)).then((fits) => collect(rows.slice(AT_ONCE), most - fits.filter(Boolean).length, isGood));
}

// Promises {source, found, rows, shown, isAbout}: all rows in order, and those of the page, proved.
// Of few candidates all are proved, so that every count is right; of many those up to the page.
function findKind(data, state, source) {
  return ask(data, source, state.q).then((found) => {
    const order = () => source.order(state, found);
    const rows = order();
    const first = (Math.min(state.page, Math.ceil(rows.length / PER_PAGE) || 1) - 1) * PER_PAGE;
    const isFew = found && found.total <= MOST_VERIFIED;
    const start = state.page > 10 && rows.length > MOST_VERIFIED ? Math.max(0, first - PER_PAGE) : 0; // far pages: not all before them
    const open = !found || found.exact ? [] : isFew ? Array.from(found.mask.keys()).filter((row) => found.mask[row]) : rows.slice(start);
    const most = open.length <= MOST_VERIFIED ? MOST_VERIFIED : first + PER_PAGE - start;
    return collect(open, most, (row) => verify(source, found, row)).then(() => {
      if (open.length) {
        found.total = found.mask.filter(Boolean).length;
        if (found.perWord.length === 1) found.perWord[0].count = found.total;
      }
      const proved = order();
      const page = Math.max(1, Math.min(state.page, Math.ceil(proved.length / PER_PAGE)));
      const shown = proved.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      const isAbout = open.length && proved.some((row) => isOpen(found, row));
      return Promise.resolve(source.need(shown)).then(() => bestFirst(source, state, { source, found, page, rows: proved, shown, isAbout }));
    });
  });
}

// Several words: those rows first in whose texts they stand near each other.
function bestFirst(source, state, result) {
  const words = wordsOf(result.found);
  if (words.length < 2 || source.kind !== "case" || sortOf(state) !== "relevance") return result;
  const texts = [];
  const all = Promise.all(Array.from(result.shown, (row, place) => source.hasText(row)
    && fetchPieces(rootAddress + source.uri(row)).then((pieces) => { texts[place] = pieces && pieces.map(foldedOf); })));
  return Promise.race([all, new Promise((resolve) => { setTimeout(resolve, WAIT_MILLISECONDS); })]).then(() => {
    result.shown = rerank(result.shown, texts, result.found.query, result.found.scores);
    return result;
  });
}

function wordsOf(found) {
  return found ? found.query.words.filter((word) => !word.isNot).map((word) => word.folded) : [];
}

// Promises what each kind finds, in the order of KINDS; null for one that was not asked for.
function find(data, state) {
  const sort = sortOf(state);
  const ready = data.columns.canSort(sort) || data.store.json("order").then((order) => data.columns.setTitleOrder(order));
  return Promise.resolve(ready).then(() => Promise.all(data.sources.map((source) => (
    state.q || source.kind === (state.kind || "case") ? findKind(data, state, source) : null))));
}
