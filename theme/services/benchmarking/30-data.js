// What cases state: the index, and the files of an industry.

const ALL = "all"; // in the address: every industry of a large library
const MOST_FILES = 8; // read without being asked

let index; // what was read first
let formByName = {}; // folded name or alias → the form's indicator
const fetched = {};

function fetchJson(uri) {
  const address = document.body.getAttribute("data-root") + uri;
  fetched[uri] = fetched[uri] || fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  return fetched[uri].catch((error) => {
    delete fetched[uri]; // asked for again with the next attempt
    throw error;
  });
}

function say(key, values) {
  return index.words[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : ""));
}

function takeIndex(read) {
  index = read;
  scales = read.scales;
  formByName = Object.create(null);
  read.form.forEach((one) => one.aliases.concat([one.name]).forEach((name) => { formByName[fold(name)] = one; }));
}

// The key of an indicator that the visitor names.
function keyOf(name, unit) {
  const known = formByName[fold(name)];
  return `${fold(known ? known.name : name)}|${measure(unit).family}`;
}

function rowsOf(file, industry) {
  const found = [];
  file.statements.forEach((row) => {
    const [id, title, enterprise, uri, demonstration, ...industries] = file.cases[row[0]];
    if (industry && industries.indexOf(industry) < 0) return;
    const [name, unit, key, size] = file.indicators[row[1]];
    const [direction, firstYear, first, year, value, average, best] = row.slice(2);
    found.push({
      id, title, enterprise, uri, isDemo: !!demonstration, industry: industries[0] || "",
      name, unit, key, size, direction, firstYear, first, year, value, average, best,
      base: tidy(value * size),
    });
  });
  return found;
}

// A large library is read as a whole only when that is asked for.
const isLarge = () => index.files.length > MOST_FILES;

// Promises what the cases of an industry state: {key: {key, name, unit, rows}}.
function fetchScope(slug) {
  const industry = slug === ALL ? "" : slug;
  const files = !slug && isLarge() ? [] : index.files.filter((file) => !industry || file.industries.indexOf(industry) >= 0);
  return Promise.all(files.map((file) => fetchJson(file.uri))).then((all) => {
    const scope = Object.create(null);
    all.forEach((file) => rowsOf(file, industry).forEach((row) => {
      const known = index.form.find((one) => one.key === row.key);
      const entry = scope[row.key] || { key: row.key, name: (known || row).name, unit: (known || row).unit, rows: [] };
      entry.rows.push(row);
      scope[row.key] = entry;
    }));
    return scope;
  });
}
