// The page: ?case=… says what is shown, #… which screen of it. Keys, clickers, fingers and buttons.

const doing = {
  on: () => show(at + 1),
  back: () => show(at - 1),
  first: () => show(0),
  last: () => show(screens.length - 1),
  list: openList,
  help: () => openOver(one(".help")),
  smaller: () => resize(-1),
  larger: () => resize(1),
  tone: () => document.querySelector("[data-switch=dark]").click(),
  black: () => black(true),
  full: fullScreen,
  zoom,
  close: closeOver,
};

// Presenters' remotes send PageUp, PageDown, B or a full stop.
const KEYS = {
  ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  Home: "first", End: "last", f: "full", b: "black", ".": "black", "+": "larger", "=": "larger", "-": "smaller",
  o: "list", d: "tone", z: "zoom", "?": "help",
};

const isZoomed = () => "zoom" in screens[at].element.dataset;

// Whether a key belongs to what has the focus: a player, a button, what is read enlarged.
function isTaken(event, key) {
  const { target } = event;
  if (over) return !/^[o?]$/.test(key);
  if (target.closest("video")) return /^( |Arrow.*)$/.test(key);
  if (target.closest("button, a[href]") && (key === " " || key === "Enter")) return true;
  return isZoomed() && /^(Arrow.*|Home|End)$/.test(key);
}

function press(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!item || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isBlack() && !/^(Shift|Control|Alt|Meta)$/.test(key)) {
    black(false);
    event.preventDefault();
  } else if (key === "Escape") {
    if (!closeOver()) unzoom();
  } else if (Object.prototype.hasOwnProperty.call(KEYS, key) && !isTaken(event, key)) {
    doing[KEYS[key]]();
    event.preventDefault();
  }
}

function listenToFingers() {
  let from = null;
  deck.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    from = event.touches.length === 1 && !event.target.closest("video") && !isZoomed() ? { x: touch.clientX, y: touch.clientY } : null;
  }, { passive: true });
  deck.addEventListener("touchend", (event) => {
    if (!from) return;
    const x = event.changedTouches[0].clientX - from.x;
    const y = event.changedTouches[0].clientY - from.y;
    from = null;
    if (Math.abs(x) > 48 && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
  });
}

// In full screen the tools go while the hand rests.
function listenToRest() {
  let timer = 0;
  const wake = () => {
    clearTimeout(timer);
    delete stage.dataset.rest;
    timer = setTimeout(() => { if (element()) stage.dataset.rest = ""; }, 3000);
  };
  ["mousemove", "touchstart", "focusin"].forEach((name) => stage.addEventListener(name, wake));
}

function listen() {
  let timer = 0;
  document.addEventListener("keydown", press);
  all(stage, "[data-do]").forEach((button) => button.addEventListener("click", () => doing[button.dataset.do]()));
  one(".curtain").addEventListener("click", () => black(false));
  deck.addEventListener("click", (event) => { if (event.target.closest(".alone img, .alone table")) zoom(); });
  addEventListener("hashchange", () => show(numberInAddress()));
  addEventListener("resize", () => {
    clearTimeout(timer);
    // A player that fills the window is not moved from its place.
    timer = setTimeout(() => { if (!element() || element() === stage) lay(); }, 150);
  });
  listenToFingers();
  listenToRest();
}

// Says on the page below why nothing is shown.
function refuse(words, address) {
  const notes = document.querySelector(".notes");
  document.documentElement.removeAttribute("data-showing");
  stage.hidden = true;
  notes.textContent = "";
  make(notes, "p", "", words);
  if (!address) return;
  const link = make(make(notes, "p"), "a", "", say("open"));
  link.href = address;
}

function start(found) {
  if (found.isRevoked) return refuse(say("revoked", { title: found.title }), found.base);
  if (!found.body.length && !found.summary.length) return refuse(say("untold", { title: found.title }), found.base);
  item = found;
  one(".leave").href = found.base;
  one(".runner").textContent = [found.enterprise, found.mark.slice(0, 2)].filter(Boolean).join(" ");
  stage.insertBefore(make(stage, "h1", "unseen", found.title), stage.firstChild);
  document.title = `${found.title} ${document.title}`;
  one(".waiting").hidden = true;
  one(".help dl").textContent = "";
  all(document, ".moves > div").forEach((line) => one(".help dl").appendChild(line.cloneNode(true)));
  lay();
  stage.focus();
  listen();
  return null;
}

function fail(again) {
  const button = document.querySelector(".again");
  refuse(say("failed"));
  button.hidden = false;
  button.onclick = again;
}

function load(id) {
  document.querySelector(".again").hidden = true;
  document.querySelector(".notes").textContent = "";
  document.documentElement.setAttribute("data-showing", "");
  stage.hidden = false;
  one(".waiting").hidden = false;
  window.BiaoganCase.read(id).then((found) => start(screened(found))).catch((error) => {
    if (error.isMissing) refuse(say("unknown", { id }));
    else fail(() => load(id));
  });
}

function enter() {
  if (!window.BiaoganCase) { // its script did not come
    if (/[?&]case=/.test(location.search)) fail(() => location.reload());
    return;
  }
  const id = window.BiaoganCase.asked();
  if (id) load(id);
  else if (id === null) refuse(say("unknown", { id: window.BiaoganCase.typed() }));
}

if (root) enter();
