// The page as a state and what was found for it say.

function paint(data, state, results) {
  const into = document.createDocumentFragment();
  const main = results[Math.max(0, KINDS.indexOf(state.kind))];
  const isCases = isOfCases(state);
  const isMixed = finder.isSearch && !state.kind && main.page === 1;
  const few = (result, most) => Array.from(result.rows.slice(0, most), result.source.row);
  state.page = main.page;
  if (isMixed && results[3]) drawDirect(few(results[3], 5), into);
  drawRows(into, Array.from(main.shown, main.source.row), wordsOf(main.found));
  drawPager(into, state, main.rows.length);
  results.slice(1, 3).forEach((result, number) => {
    if (!isMixed || !result || !result.rows.length) return;
    const group = make("section", "group", "", into);
    const tab = finder.kinds[number + 2];
    const heading = make("h3", "", tab.firstChild.data, group);
    makeStep(say("see_all", { count: result.rows.length }), state, { kind: tab.dataset.kind }, heading);
    drawRows(group, few(result, 3), wordsOf(result.found));
  });
  finder.found.textContent = "";
  finder.found.appendChild(into);
  finder.root.dataset.kind = state.kind;
  drawKinds(state, results);
  drawStatus(data.columns, state, main);
  finder.counts = isCases && data.columns.look(state.selection, main.found && main.found.mask).counts;
  const chosen = isCases ? drawPanel(finder.boxes, data.columns.facets, finder.counts, state.selection) : 0;
  finder.fold.textContent = chosen ? say("panel", { count: chosen }) : finder.foldName;
  drawChips(isCases ? chipsOf(data.columns.facets, state.selection) : []);
  if (data.sources[1]) drawNarrow(state, data.sources[1].records);
}

// Terms and enterprises that are called so: the short way.
function drawDirect(rows, into) {
  const list = rows.length && make("ul", "direct", "", into);
  rows.forEach((row) => {
    make("span", "quiet", besides(row), makeLink(row.title, rootAddress + row.uri, make("li", "", "", list)));
  });
}

function drawKinds(state, results) {
  finder.kinds.forEach((tab, number) => {
    const kind = tab.dataset.kind;
    const result = results[number - 1];
    tab.href = addressOf(state, { kind, page: 1, type: "", year: "" });
    if (number) tab.lastChild.textContent = result ? result.rows.length : "";
    if (kind === state.kind) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  });
}

// The count; where it is none, which word finds nothing, and what may have been meant.
function drawStatus(columns, state, main) {
  const count = main.rows.length;
  const found = main.found;
  const isCases = isOfCases(state);
  const fictional = isCases && Array.from(main.rows).filter(columns.isDemonstration).length;
  const notes = finder.notes;
  notes.textContent = "";
  if (count) {
    finder.status.textContent = say(!isCases ? "total_other" : main.isAbout ? "about" : "total", { count })
      + (fictional ? say("among", { count: fictional }) : "");
  } else {
    finder.status.textContent = (found && !found.total ? say("none") : say("none_fits"))
      + (found ? found.perWord.filter((one) => !one.word.isNot) : [])
        .map((one) => say("word", { word: one.word.shown, count: one.count })).join("，");
    if (isCases && isNarrowed(state.selection) && (!found || found.total)) makeStep(say("wider"), { q: state.q, kind: state.kind }, {}, notes);
    const near = isCases && found ? nearest(found, columns) : [];
    const line = near.length && make("p", "", say("nearest"), notes);
    near.forEach((one) => makeStep(one.label, one.value ? { selection: { [one.kind]: [one.value] } } : { q: one.label }, {}, line));
  }
  notes.hidden = !notes.firstChild;
}

function chipsOf(facets, selection) {
  const chips = [];
  finder.boxes.forEach((box) => {
    const name = box.dataset.facet;
    const facet = box.querySelector("summary span").textContent;
    const add = (key, value, term) => chips.push({ key, value, facet, term });
    if (facets[name]) selection[name].forEach((value) => add(name, value, facets[name].nodes.find((node) => node.value === value).label));
    else Array.from(box.querySelectorAll(":checked"), (flag) => add(flag.name, "1", flag.nextSibling.textContent));
  });
  return chips;
}

// 已选: a button for every choice; the next one has the focus when one goes.
function drawChips(chips) {
  const list = finder.chips;
  const had = Array.from(list.querySelectorAll("button")).indexOf(document.activeElement);
  list.textContent = "";
  list.hidden = !chips.length;
  if (chips.length) {
    make("li", "quiet", say("chosen"), list);
    chips.forEach((chip) => makeButton(say("term", chip), () => change(chip.key, chip.value, false), make("li", "", "", list))
      .setAttribute("aria-label", say("remove", chip)));
    makeButton(say("clear"), () => go(readState(finder.query), { selection: {}, page: 1 }), make("li", "", "", list));
  }
  if (had >= 0) (list.querySelectorAll("button")[Math.min(had, chips.length - 1)] || finder.list).focus();
}

// The selects of the notices: kind and year together.
function drawNarrow(state, records) {
  finder.narrow.forEach((select, number) => {
    const values = Array.from(new Set(records.map((record) => record[4 + number]))).sort();
    if (number) values.reverse();
    if (select.length < 2) values.forEach((value) => { make("option", "", value, select); });
    select.value = state[select.name];
  });
}
