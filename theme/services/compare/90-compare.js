// The page: its whole state is ?cases=… in the address. What stands there is only ever looked up in the
// list of cases that can be compared.

const LONGEST = 2000; // characters of the address that are read at all
const LONGEST_ID = 40;
const MOST_TOLD = 4;

let entries = [];
let chosenNow = [];
let drawChosen;
let lastTurn = 0;

// {chosen: [entry], unknown: [text], isCut: were there more than may be compared}
function readAddress() {
  const given = new URLSearchParams(location.search.slice(0, LONGEST)).getAll("cases").join(",").split(",")
    .map((id) => id.trim()).filter((id, number, ids) => id && ids.indexOf(id) === number);
  const known = given.map((id) => entries.find((entry) => entry.id === id)).filter(Boolean);
  const unknown = given.filter((id) => !entries.some((entry) => entry.id === id));
  return { chosen: known.slice(0, MOST), unknown, isCut: known.length > MOST };
}

function tell(notes) {
  const place = one(".notes");
  place.textContent = "";
  notes.forEach((note) => make(place, "p", "", note));
}

function notesOf({ chosen, unknown, isCut }) {
  const notes = unknown.slice(0, MOST_TOLD).map((id) => (
    say("unknown", { id: id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID)}\u2026` : id })));
  if (unknown.length > MOST_TOLD) notes.push(say("unknownMore", { count: unknown.length - MOST_TOLD }));
  if (isCut) notes.push(say("tooMany"));
  if (chosen.length === 1) notes.push(say("oneMore"));
  return notes;
}

function drawAddress() {
  const { chosen } = readAddress();
  const here = location.origin === "null" ? location.href.split(/[?#]/)[0] : location.origin + location.pathname;
  all(root, ".address").forEach((place) => { place.textContent = here + queryOf(chosen); });
  one(".own-address").hidden = !chosen.length;
}

const queryOf = (chosen) => (chosen.length ? `?cases=${chosen.map((entry) => encodeURIComponent(entry.id)).join(",")}` : "");

// Promises a case, or the entry alone where it cannot be read.
const attempt = (entry) => fetchCase(entry).catch(() => ({ failed: entry }));

// Draws what the address says. A newer call makes this one void.
function draw() {
  const turn = ++lastTurn;
  const state = readAddress();
  const notes = notesOf(state);
  const waiting = setTimeout(() => {
    if (turn === lastTurn) tell(notes.concat([say("loading")]));
  }, 300);
  chosenNow = state.chosen;
  drawChosen(chosenNow);
  drawAddress();
  tell(notes);
  comparedPlace.setAttribute("aria-busy", "true");
  return Promise.all(chosenNow.map(attempt)).then((found) => {
    clearTimeout(waiting);
    if (turn !== lastTurn) return;
    const failures = found.filter((one) => one.failed);
    comparedPlace.removeAttribute("aria-busy");
    drawComparison(found.filter((one) => !one.failed));
    one(".again").hidden = !failures.length;
    tell(notes.concat(failures.map(({ failed }) => say("failed", { name: nameOf(failed) }))));
  });
}

function put(chosen) {
  const query = queryOf(chosen);
  if (query !== location.search) history.pushState(null, "", location.pathname + query);
  draw();
}

// Entries of the list of cases, where each is [id, title, place of its enterprise, mark or nothing].
function entriesOf({ enterprises, cases }) {
  return cases.map(([id, title, place, mark]) => ({ id, title, mark, enterprise: enterprises[place], uri: `cases/${id}/` }));
}

function open() {
  one(".again").hidden = true;
  return fetch(root.dataset.compare).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then((list) => {
    entries = entriesOf(list);
    return true;
  }).catch(() => {
    tell([say("failedList")]);
    one(".again").hidden = false;
    return false;
  }).then((isOpen) => (isOpen ? draw() : null));
}

function start() {
  comparedPlace = one(".compared");
  placesList = one(".places ul");
  drawChosen = startChooser({ entries: () => entries, chosen: () => chosenNow, put });
  drawChosen([]);
  one(".again").addEventListener("click", () => {
    one("#choose-name").focus({ preventScroll: true }); // the button goes
    if (entries.length) {
      one(".again").hidden = true;
      draw();
    } else open();
  });
  addEventListener("popstate", () => {
    const { chosen } = readAddress();
    // A step to a place of the page is none to another comparison.
    if (queryOf(chosen) !== queryOf(chosenNow) || !comparedPlace.children.length) draw();
  });
  addEventListener("pagehide", () => history.replaceState({ y: pageYOffset }, ""));
  open().then(() => {
    if (history.state && history.state.y) scrollTo(0, history.state.y);
  });
}

if (root) start();
