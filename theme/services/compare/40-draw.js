// The comparison as it is read: facts, summaries, indicators, sections, each with a column for a case.

let comparedPlace;
let placesList;

const putAll = (place, nodes) => nodes.forEach((node) => place.appendChild(node));

// Whose it is; cases of one firm differ by their ids.
function nameCase(place, entry, cases) {
  putName(place, entry);
  if (cases.filter((one) => one.entry.enterprise === entry.enterprise).length > 1) make(place, "small", "", ` ${entry.id}`);
}

// A page that is too narrow for columns shows it in every cell.
function nameCell(place, entry, cases) {
  nameCase(make(place, "p", "of"), entry, cases);
}

function drawPart(title, lead) {
  const part = make(comparedPlace, "section", "part");
  part.id = `part-${comparedPlace.children.length}`;
  const heading = make(part, "h2", "", title);
  heading.tabIndex = -1;
  if (lead) make(part, "p", "quiet", lead);
  const link = make(make(placesList, "li"), "a", "", title);
  link.href = `#${part.id}`;
  return part;
}

// A column for each case; `fill` returns false where the case has nothing.
function drawBeside(part, cases, fill) {
  const beside = make(part, "div", "beside");
  cases.forEach((one, number) => {
    const cell = make(beside, "div", "cell");
    cell.setAttribute("role", "group");
    cell.setAttribute("aria-label", `${nameOf(one.entry)} ${one.entry.id}`);
    nameCell(cell, one.entry, cases);
    const content = make(cell, "div", "md-typeset body");
    if (fill(content, one, number) === false) make(content, "p", "quiet", say("none"));
  });
}

// A table with a row for each name and a column for each case.
function drawTable(part, corner, cases, rows, fill) {
  const table = make(part, "table", "across");
  const line = make(make(table, "thead"), "tr");
  make(line, "th", "", corner).scope = "col";
  cases.forEach(({ entry }) => {
    const head = make(line, "th");
    head.scope = "col";
    nameCase(head, entry, cases);
  });
  const body = make(table, "tbody");
  rows.forEach((row) => {
    const tr = make(body, "tr");
    const head = make(tr, "th", "", row.title);
    head.scope = "row";
    if (row.note) make(head, "span", "quiet", row.note);
    row.parts.forEach((value, number) => {
      const cell = make(tr, "td");
      nameCell(cell, cases[number].entry, cases);
      if (value) fill(cell, value);
      else make(cell, "span", "", say("none"));
    });
  });
}

function linkTo(one) {
  const link = document.createElement("a");
  link.href = one.address;
  link.textContent = one.entry.title;
  return link;
}

function drawFacts(cases) {
  const titles = { title: say("name"), parts: cases.map((one) => ({ values: [[linkTo(one)]] })) };
  const rows = [titles].concat(align(cases.map((one) => one.facts)));
  drawTable(drawPart(say("about")), say("item"), cases, rows, (cell, fact) => {
    fact.values.forEach((nodes) => putAll(make(cell, "span", "value"), nodes));
  });
}

function drawSummaries(cases) {
  if (!cases.some((one) => one.summary.length)) return;
  drawBeside(drawPart(say("summary")), cases, (place, one) => {
    putAll(place, one.summary);
    return one.summary.length > 0;
  });
}

// The first and the last year that have a value, and which way is better; nothing is ranked. What
// several cases have comes first.
function drawIndicators(cases) {
  const found = align(cases.map((one) => one.indicators));
  const rows = found.filter(isShared).concat(...cases.map((one, number) => (
    found.filter((row) => !isShared(row) && row.parts[number]))));
  if (!rows.length) return;
  rows.forEach((row) => {
    const units = row.parts.filter(Boolean).map((part) => fold(part.unit) || part.unit);
    row.note = units.some((unit) => unit !== units[0]) ? say("unitsDiffer") : "";
  });
  drawTable(drawPart(say("indicators"), say("ofIndicator")), say("indicator"), cases, rows, (cell, part) => {
    const { points } = part;
    (points.length > 1 ? [points[0], points[points.length - 1]] : points)
      .forEach((point) => make(cell, "span", "line", say("value", point).trim()));
    if (!points.length) make(cell, "span", "line", say("none"));
    make(cell, "span", "line quiet", part.direction);
  });
}

function drawSections(cases) {
  const { shared, own } = alignSections(cases);
  shared.forEach((row) => {
    drawBeside(drawPart(row.title), cases, (place, one, number) => {
      const section = row.parts[number];
      if (section) putAll(place, section.nodes);
      return !!section;
    });
  });
  if (!own.some((list) => list.length)) return;
  drawBeside(drawPart(say("others"), say("othersLead")), cases, (place, one, number) => {
    own[number].forEach((section) => {
      make(place, "h3", "own", section.title);
      putAll(place, section.nodes);
    });
    return own[number].length > 0;
  });
}

function clearComparison() {
  comparedPlace.textContent = "";
  placesList.textContent = "";
  placesList.parentNode.hidden = true;
  document.documentElement.removeAttribute("data-compared");
}

function drawComparison(cases) {
  clearComparison();
  if (!cases.length) return;
  comparedPlace.dataset.count = cases.length;
  drawFacts(cases);
  drawSummaries(cases);
  drawIndicators(cases);
  drawSections(cases);
  placesList.parentNode.hidden = false;
  document.documentElement.setAttribute("data-compared", "");
}
