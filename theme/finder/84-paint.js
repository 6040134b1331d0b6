// The page as a state and its results say it.

// The values of a row for drawing.
function rowOf(data, kind, row) {
  const source = data.sources[kind];
  if (kind !== "case") {
    const record = source.records[row];
    return { title: record[0], uri: record[1], about: kind === "term" ? [record[2], record[3]] : [record[2]], hasText: kind === "notice" };
  }
  const title = source.title(row);
  const firm = source.enterprise(row);
  return {
    title: title || firm, who: title ? firm : say("untitled"), uri: source.uri(row), about: source.about(row),
    mark: source.isDemonstration(row) && say("demonstration"), hasText: source.hasText(row),
  };
}

function wordsOf(found) {
  return found ? found.query.words.filter((word) => !word.isNot).map((word) => word.folded) : [];
}

function paint(data, state, results) {
  const into = document.createDocumentFragment();
  const cases = results[0];
  const isCases = isOfCases(state);
  const main = isCases ? cases : results.find((result) => result && result.kind === state.kind);
  const page = Math.min(state.page, Math.max(1, Math.ceil(main.rows.length / PER_PAGE)));
  const here = Object.assign({}, state, { page });
  const few = (result, most) => result.rows.slice(0, most).map((row) => rowOf(data, result.kind, row));
  const isMixed = finder.isSearch && !state.kind && page === 1;
  if (isMixed) drawDirect(few(results[3] || { rows: [] }, 5), into);
  drawRows(into, isCases ? Array.from(main.shown, (row) => rowOf(data, "case", row))
    : main.rows.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => rowOf(data, state.kind, row)), wordsOf(main.found));
  drawPager(into, here, main.rows.length);
  results.slice(1, 3).forEach((result) => {
    if (!isMixed || !result || !result.rows.length) return;
    const group = make("section", "group", "", into);
    const heading = make("h3", "", finder.kindName(result.kind), group);
    makeStep(say("see_all", { count: result.rows.length }), Object.assign({}, here, { kind: result.kind }), heading);
    drawRows(group, few(result, 3), wordsOf(result.found));
  });
  finder.found.textContent = "";
  finder.found.appendChild(into);
  finder.root.dataset.kind = state.kind;
  drawKinds(here, results);
  drawStatus(data, here, main, isCases);
  finder.counts = isCases && cases.counts;
  const chosen = isCases ? drawPanel(finder.boxes, data.columns.facets, cases.counts, state.selection) : 0;
  finder.fold.textContent = chosen ? say("panel", { count: chosen }) : finder.foldName;
  if (drawChips(finder.chips, isCases ? chipsOf(data.columns.facets, state.selection) : [], dropChip)) finder.list.focus();
  if (state.kind === "notice") drawNarrow(state, data.sources.notice.records);
}

// Terms and enterprises that are called so: the short way.
function drawDirect(rows, into) {
  if (!rows.length) return;
  const list = make("ul", "direct", "", into);
  rows.forEach((row) => {
    const link = makeLink(row.title, rootAddress + row.uri, make("li", "", "", list));
    make("span", "quiet", row.about.filter(Boolean).join(" · "), link);
  });
}

function drawKinds(state, results) {
  finder.kinds.forEach((link) => {
    const kind = link.dataset.kind;
    const result = results[["case", "notice", "video", "term"].indexOf(kind)];
    link.href = addressOf(Object.assign({}, state, { kind, page: 1, type: "", year: "" }));
    if (kind) link.querySelector("b").textContent = result ? result.rows.length : "";
    if (kind === state.kind) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
}

function drawStatus(data, state, main, isCases) {
  const count = main.rows.length;
  const fictional = isCases ? Array.from(main.rows).filter(data.columns.isDemonstration).length : 0;
  const lost = !count && main.found ? main.found.perWord.filter((one) => !one.word.isNot) : [];
  let said = say(!isCases ? "total_other" : main.isAbout ? "about" : "total", { count });
  if (fictional) said += say("among", { count: fictional });
  if (!count) said = main.found && !main.found.total ? say("none") : say("none_fits");
  finder.status.textContent = said + lost.map((one) => say("word", { word: one.word.shown, count: one.count })).join("，");
  const notes = finder.notes;
  notes.textContent = "";
  if (!count && isCases) {
    if (isNarrowed(state.selection)) makeStep(say("wider"), Object.assign({}, state, { selection: readState("").selection }), notes);
    const near = main.found ? nearest(main.found, data.columns) : [];
    if (near.length) {
      const line = make("p", "", say("nearest"), notes);
      near.forEach((one) => {
        const next = readState(one.value ? `?${one.kind}=${encodeURIComponent(one.value)}` : "");
        makeStep(one.label, Object.assign(next, { q: one.value ? "" : one.label }), line);
      });
    }
  }
  notes.hidden = !notes.firstChild;
}

function chipsOf(facets, selection) {
  const chips = [];
  finder.boxes.forEach((box) => {
    const name = box.dataset.facet;
    const facet = box.querySelector("summary span").textContent;
    if (!facets[name]) {
      FLAGS.filter((flag) => selection[flag]).forEach((flag) => chips.push(
        { name: flag, facet, term: box.querySelector(`[name=${flag}]`).nextSibling.textContent }));
      return;
    }
    selection[name].forEach((value) => {
      const term = facets[name].nodes.find((node) => node.value === value).label;
      chips.push({ name, value, facet, term });
    });
  });
  return chips;
}

function dropChip(chip) {
  const state = readState(finder.query);
  if (!chip) state.selection = readState("").selection;
  else if (chip.value) state.selection[chip.name] = state.selection[chip.name].filter((value) => value !== chip.value);
  else state.selection[chip.name] = false;
  go(Object.assign(state, { page: 1 }));
}

// The selects of the notices: kind and year together.
function drawNarrow(state, records) {
  finder.narrow.forEach((select) => {
    const values = Array.from(new Set(records.map((record) => record[select.name === "type" ? 4 : 5]))).sort();
    if (select.name === "year") values.reverse();
    if (select.length === 1) values.forEach((value) => { make("option", "", value, select).value = value; });
    select.value = state[select.name];
  });
}

