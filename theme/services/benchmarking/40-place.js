// Where a number stands among those of the cases. Nothing is said that no case states.

// Fictional cases count only where there is no real one.
function counted(entry) {
  const real = entry.rows.filter((row) => !row.isDemo);
  return { rows: real.length ? real : entry.rows, isDemo: !real.length, left: real.length ? entry.rows.length - real.length : 0 };
}

// 1: higher is better, -1: lower is, 0: nobody says, NaN: they disagree.
function directionOf(key, rows) {
  const known = index.form.find((one) => one.key === key);
  const said = rows.map((row) => row.direction).concat([known ? known.direction : 0]).filter(Boolean);
  return said.every((one) => one === said[0]) ? said[0] || 0 : NaN;
}

// Better first, else the higher; of equal ones the later.
function compareRows(direction) {
  const way = direction || 1;
  return (a, b) => (b.base - a.base) * way || b.year - a.year || (a.id < b.id ? -1 : 1);
}

const yearsOf = (rows) => {
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? say("year", { year: first }) : say("span", { first, last: say("year", { year: last }) });
};

// What the cases state of the industry's average or best, in the visitor's unit.
function levelOf(rows, name, own) {
  const stating = rows.filter((row) => row[name] !== null);
  if (!stating.length) return null;
  const values = stating.map((row) => tidy(tidy(row[name] * row.size) / own.size));
  const count = (test) => values.filter(test).length;
  return {
    name, values, least: Math.min(...values), most: Math.max(...values), count: stating.length, years: yearsOf(stating),
    above: count((value) => value < own.value), below: count((value) => value > own.value),
    industries: new Set(stating.map((row) => row.industry)).size,
  };
}

// entry: what the cases state; value: the visitor's number as `readNumber` gave it; unit: of the field.
function placed(entry, value, unit) {
  const { rows, isDemo, left } = counted(entry);
  const { size } = measure(unit);
  const own = { base: value.base, size, unit, value: tidy(value.base / size) };
  const direction = directionOf(entry.key, rows);
  const above = rows.filter((row) => row.base < own.base).length;
  const below = rows.filter((row) => row.base > own.base).length;
  const [better, worse] = direction < 0 ? [below, above] : [above, below];
  return {
    entry, own, rows: rows.slice().sort(compareRows(direction)), isDemo, left, direction,
    above, below, better, worse, equal: rows.length - above - below, rank: worse + 1,
    average: levelOf(rows, "average", own), best: levelOf(rows, "best", own),
  };
}

// The cases better than one's own numbers: those that are so in most indicators first.
function teachers(all) {
  const found = {};
  all.filter((one) => one.direction).forEach((one) => one.rows.forEach((row) => {
    if ((row.base - one.own.base) * one.direction <= 0) return;
    found[row.id] = found[row.id] || { row, names: [], gain: 0 };
    found[row.id].names.push(one.entry.name);
    found[row.id].gain += Math.min(10, Math.abs((row.base - one.own.base) / (one.own.base || row.base)));
  }));
  return Object.keys(found).map((id) => found[id]).sort((a, b) => (
    b.names.length - a.names.length || b.gain - a.gain || b.row.year - a.row.year || (a.row.id < b.row.id ? -1 : 1)));
}
