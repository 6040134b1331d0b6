// The page as a state and what was found for it say.

function paint(columns, state, main) {
  const { facets, isDemonstration } = columns;
  const { source, found, rows } = main;
  const isCases = isOfCases(state);
  state.page = main.page;
  foundPlace.textContent = "";
  drawRows(foundPlace, main.shown.map(source.row), wordsOf(found));
  drawPager(foundPlace, state, rows.length);
  rootElement.dataset.kind = state.kind;
  drawKinds(state, isCases ? [main] : []);
  drawStatus(columns, state, main, isCases && rows.filter(isDemonstration).length);
  shownCounts = rows.counts;
  const chosen = isCases && drawPanel(facetBoxes, facets, shownCounts, state.selection);
  foldButton.textContent = chosen ? say("panel", { count: chosen }) : foldName;
  drawChips(isCases ? chipsOf(facets, state.selection) : []);
}

// What was found beside the rows that are there already, in the order of KINDS.
function paintOthers(state, results, notices) {
  const few = (result, most) => result.rows.slice(0, most).map(result.source.row);
  drawKinds(state, results);
  drawNarrow(state, notices.records);
  if (state.kind || !state.q || state.page > 1) return;
  drawDirect(few(results[3], 5));
  results.slice(1, 3).forEach((result, number) => {
    if (!result.rows.length) return;
    const group = make(foundPlace, "section", "group");
    const tab = kindTabs[number + 2];
    makeStep(make(group, "h3", "", tab.firstChild.data), say("see_all", { count: result.rows.length }), state, { kind: tab.dataset.kind });
    drawRows(group, few(result, 3), wordsOf(result.found));
  });
}

// Terms and enterprises that are called so: the short way.
function drawDirect(rows) {
  if (!rows.length) return;
  const list = make(foundPlace, "ul", "direct");
  rows.forEach((row) => make(makeLink(make(list, "li"), row.title, rootAddress + row.uri), "span", "quiet", besides(row)));
  foundPlace.prepend(list);
}

function drawKinds(state, results) {
  kindTabs.forEach((tab, number) => {
    const { kind } = tab.dataset;
    const result = results[number - 1];
    tab.href = addressOf(state, { kind, page: 1, type: "", year: "" });
    if (number) tab.lastChild.textContent = result ? result.rows.length : "";
    tab.setAttribute("aria-current", kind === state.kind ? "page" : "false");
  });
}

// The count; where it is none, which word finds nothing, and what may have been meant.
function drawStatus(columns, state, { rows, found, isAbout }, fictional) {
  const count = rows.length;
  const isCases = isOfCases(state);
  const isNone = state.q && !found.total;
  notesPlace.textContent = "";
  if (count) {
    statusLine.textContent = say(!isCases ? "total_other" : isAbout ? "about" : "total", { count })
      + (fictional ? say("among", { count: fictional }) : "") + (found.byPinyin ? say("by_pinyin") : "");
  } else {
    statusLine.textContent = say(isNone ? "none" : "none_fits") + (found.finds || []).filter((one) => !one.word.isNot)
      .map((one) => say("word", { word: one.word.shown, count: one.count })).join("，");
    if (isCases && isNarrowed(state.selection) && !isNone) makeStep(notesPlace, say("wider"), { q: state.q, kind: state.kind });
    const near = isCases && state.q ? nearest(found, columns) : [];
    const line = near.length && make(notesPlace, "p", "", say("nearest"));
    near.forEach(({ kind, label, value }) => makeStep(line, label, value ? { selection: { [kind]: [value] } } : { q: label }));
  }
  notesPlace.hidden = !notesPlace.firstChild;
}

function chipsOf(facets, selection) {
  const chips = [];
  facetBoxes.forEach((box) => {
    const name = box.dataset.facet;
    const facet = box.querySelector("summary span").textContent;
    const add = (key, value, term) => chips.push({ key, value, facet, term });
    if (facets[name]) selection[name].forEach((value) => add(name, value, facets[name].nodes.find((node) => node.value === value).label));
    else allIn(box, ":checked").forEach((flag) => add(flag.name, "1", flag.nextSibling.textContent));
  });
  return chips;
}

// 已选: a button for every choice; the next one has the focus when one goes.
function drawChips(chips) {
  const list = chipList;
  const had = allIn(list, "button").indexOf(document.activeElement);
  list.textContent = "";
  list.hidden = !chips.length;
  if (chips.length) {
    make(list, "li", "quiet", say("chosen"));
    chips.forEach((chip) => makeButton(make(list, "li"), say("term", chip), () => change(chip.key, chip.value, false))
      .setAttribute("aria-label", say("remove", chip)));
    makeButton(make(list, "li"), say("clear"), () => go(readState(), { selection: {}, page: 1 }));
  }
  if (had >= 0) (allIn(list, "button")[Math.min(had, chips.length - 1)] || listName).focus();
}

// The selects of the notices: kind and year together.
function drawNarrow(state, records) {
  narrowSelects.forEach((select, number) => {
    const values = Array.from(new Set(records.map((record) => record[4 + number]))).sort();
    if (number) values.reverse();
    if (select.length < 2) values.forEach((value) => { make(select, "option", "", value); });
    select.value = state[select.name];
  });
}
