// The result in words: an overview, each indicator with its scale and its cases, the cases to learn from.

const MOST_ROWS = 10;
const MOST_TEACHERS = 8;

function make(place, name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  if (place) place.appendChild(element);
  return element;
}

function putCase(place, row) {
  const link = make(place, "a", "", row.title);
  link.href = document.body.getAttribute("data-root") + row.uri;
  const line = make(place, "span", "quiet");
  line.appendChild(document.createTextNode(`${row.enterprise} `));
  if (row.isDemo) make(line, "span", "mark", index.mark);
}

const valueIn = (value, unit) => say("value", { value: show(value), unit }).trim();

// How far one's own number is from another: in the unit, and in per cent of the other.
function gapWords(own, other, direction) {
  const gap = difference(own.value, other);
  if (!gap) return say("same");
  const share = other ? Math.abs(gap / other) * 100 : 0;
  const isShare = fold(own.unit) === say("percent");
  const size = isShare ? show(Math.abs(gap)) + say("point") : valueIn(Math.abs(gap), own.unit);
  const percent = share < 0.1 ? say("tiny") : share.toFixed(share < 1000 ? 1 : 0).replace(/\.0$/, "") + say("percent");
  const word = direction ? (gap * direction > 0 ? "better_by" : "worse_by") : gap > 0 ? "more_by" : "less_by";
  return say(word, { gap: size }) + (share ? say("relative", { percent }) : "");
}

function restWords(one) {
  const count = one.rows.length;
  const said = [say(one.isDemo ? "rests_demo" : "rests", { count, years: yearsOf(one.rows) })];
  if (one.left) said.push(say("beside_demo", { count: one.left }));
  one.others.forEach((other) => said.push(say("other_units", { count: other.rows.length, unit: other.unit })));
  return said.join(say("stop")) + say("stop");
}

function placeWords(one) {
  const equal = one.equal ? say("place_equal", one) : "";
  if (!one.direction) {
    return say("place_only", one) + equal + say("stop") + say(isNaN(one.direction) ? "disagreeing" : "undirected") + say("stop");
  }
  return say(one.direction > 0 ? "better_higher" : "better_lower") + say("comma") + say("place", one) + equal + say("rank", one) + say("stop");
}

function levelWords(one, found) {
  const values = {
    what: say(found.name), count: found.count, years: found.years, value: valueIn(found.least, one.own.unit),
    least: show(found.least), most: valueIn(found.most, one.own.unit), above: found.above, below: found.below,
    better: one.direction < 0 ? found.below : found.above, worse: one.direction < 0 ? found.above : found.below,
  };
  const words = found.least === found.most
    ? say("stated", values) + say("against", { gap: gapWords(one.own, found.least, one.direction) })
    : say("stated_range", values) + say(one.direction ? "against_range" : "against_range_only", values);
  return words + (found.industries > 1 ? say("comma") + say("other_industries", { count: found.industries }) : "") + say("stop");
}

// The head of a table, and how to fill its rows: cells say their column's name where they stand alone.
function makeTable(place, caption, keys) {
  const table = make(make(place, "div", "scroll"), "table", "placing");
  make(table, "caption", "unseen", caption);
  const line = make(make(table, "thead"), "tr");
  keys.forEach((key) => { make(line, "th", "", say(key)).scope = "col"; });
  const body = make(table, "tbody");
  return (fillHead, cells, isOwn) => {
    const row = make(body, "tr", isOwn ? "mine" : "");
    const head = make(row, "th");
    head.scope = "row";
    fillHead(head);
    cells.forEach((text, number) => make(row, "td", "", text).setAttribute("data-label", say(keys[number + 1])));
  };
}

function drawRows(place, one, year) {
  const { own, direction } = one;
  const add = makeTable(place, say("table", one.entry), ["case", "case_year", "case_value", "gap", "case_average", "case_best"]);
  const shown = one.rows.slice(0, MOST_ROWS);
  const addOwn = () => add((head) => make(head, "b", "", say("own")), [year, valueIn(own.value, own.unit), "", "", ""], true);
  const mine = direction ? one.worse : one.below;
  shown.forEach((row, number) => {
    if (number === mine) addOwn();
    const last = valueIn(row.value, row.unit);
    const value = row.first === row.value && row.firstYear === row.year ? last : say("from_to", { first: show(row.first), last });
    const level = (number) => (number === null ? say("none") : valueIn(number, row.unit));
    add((head) => {
      putCase(head, row);
      if (fold(row.name) !== fold(one.entry.name)) make(head, "span", "quiet", say("stated_as", { name: row.name }));
    }, [String(row.year), value, gapWords(own, tidy(row.base / own.size), direction), level(row.average), level(row.best)]);
  });
  if (mine >= shown.length) addOwn();
  if (shown.length < one.rows.length) make(place, "p", "quiet", say("rows_cut", { all: one.rows.length, shown: shown.length }));
}

function drawOne(place, one, year) {
  const part = make(place, "section", "placed");
  make(part, "h3", "", one.own.unit ? say("in_brackets", { name: one.entry.name, unit: one.own.unit }) : one.entry.name);
  make(part, "p", "", placeWords(one));
  [one.average, one.best].filter(Boolean).forEach((found) => make(part, "p", "", levelWords(one, found)));
  make(part, "p", "quiet", restWords(one));
  part.appendChild(drawScale(one));
  drawRows(part, one, year);
}

function drawOverview(place, all, year) {
  const caption = say("overview");
  const add = makeTable(place, caption, ["indicator", "own", "cases", "rank_of", "average_gap", "best_gap"]);
  all.forEach((one) => {
    const against = (found) => (!found ? say("none") : found.least !== found.most ? say("several") : gapWords(one.own, found.least, one.direction));
    add((head) => make(head, "span", "", one.entry.name), [
      valueIn(one.own.value, one.own.unit),
      one.isDemo ? say("cases_demo", { count: one.rows.length }) : String(one.rows.length),
      one.direction ? say("rank_value", { rank: one.rank, all: one.rows.length + 1 }) : say("none"),
      against(one.average), against(one.best),
    ]);
  });
  if (year) make(place, "p", "quiet", say("own_in", { year }));
}

function drawTeachers(place, all) {
  if (!all.some((one) => one.direction)) return;
  const found = teachers(all);
  make(place, "h3", "", say("learn"));
  make(place, "p", "quiet", say(found.length ? "learn_lead" : "learn_none"));
  if (!found.length) return;
  const list = make(place, "ol", "teachers");
  found.slice(0, MOST_TEACHERS).forEach((one) => {
    const item = make(list, "li");
    putCase(item, one.row);
    make(item, "span", "quiet", say("learn_line", { names: one.names.join(say("pause")) }));
  });
  if (found.length > MOST_TEACHERS) make(place, "p", "quiet", say("learn_cut", { all: found.length, shown: MOST_TEACHERS }));
}

// all: what is placed; without, faulty: names of indicators that are not.
function drawResult(place, all, names, year) {
  place.textContent = "";
  if (all.length) {
    drawOverview(place, all, year);
    drawTeachers(place, all);
    all.forEach((one) => drawOne(place, one, year));
  }
  ["without", "faulty"].filter((key) => names[key].length)
    .forEach((key) => make(place, "p", "quiet", say(key, { names: names[key].join(say("pause")) })));
  if (!place.firstChild) make(place, "p", "", say("nothing"));
}
