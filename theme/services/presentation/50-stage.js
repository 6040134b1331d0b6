// The stage: which screen is shown, and what lies over it.

let at = 0; // the screen that is shown, from 0
let size = keptSize();
let item = null; // the case
let over = null; // {element, back: what had the focus} of the list or the help

const deck = one(".deck");
const clean = (title) => title.replace(/\s+/g, " ");

function announce(words) {
  one("[role=status]").textContent = words;
}

function announceScreen() {
  announce(say("screen", { number: at + 1, count: screens.length, title: clean(screens[at].title) }));
}

function unzoom() {
  const { element, body } = screens[at];
  if (!("zoom" in element.dataset)) return false;
  delete element.dataset.zoom;
  ["tabindex", "role", "aria-label"].forEach((name) => body.removeAttribute(name));
  body.style.fontSize = body.dataset.fitted || "";
  body.scrollTop = 0;
  return true;
}

// What stands alone is shown twice as large; the arrows move it.
function zoom() {
  const { element, body, title } = screens[at];
  if (!element.classList.contains("alone") || unzoom()) return;
  element.dataset.zoom = "";
  body.dataset.fitted = body.style.fontSize;
  if (body.querySelector("table")) body.style.fontSize = `${2 * parseFloat(body.style.fontSize || 1)}em`;
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", clean(title));
  body.focus();
}

function show(number, isSilent) {
  const last = screens[at];
  if (last) {
    all(last.element, "video").forEach((film) => film.pause());
    unzoom();
    last.element.classList.remove("now");
  }
  at = Math.max(0, Math.min(number, screens.length - 1));
  screens[at].element.classList.add("now");
  one(".place").textContent = `${at + 1} / ${screens.length}`;
  one(".reached").style.width = `${(100 * (at + 1)) / screens.length}%`;
  one("[data-do=back]").disabled = at === 0;
  one("[data-do=on]").disabled = at === screens.length - 1;
  one("[data-do=zoom]").disabled = !screens[at].element.classList.contains("alone");
  history.replaceState(history.state, "", `#${at + 1}`);
  if (!isSilent) announceScreen();
}

const numberInAddress = () => (/^#\d{1,4}$/.test(location.hash) ? Number(location.hash.slice(1)) - 1 : 0);

// Cuts the case for the window as it is, and comes back to the block that was shown.
function lay() {
  const { block } = screens[at] || { block: 0 };
  const isFirst = !screens.length;
  const base = Math.max(17, Math.min(stage.clientHeight / 24, stage.clientWidth / 19));
  stage.style.fontSize = `${base * SIZES[size]}px`;
  cut(item);
  let place = 0;
  screens.forEach((screen, number) => { if (screen.block <= block && screens[place].block < screen.block) place = number; });
  at = 0;
  show(isFirst ? numberInAddress() : place, !isFirst);
}

function resize(step) {
  const wanted = size + step;
  if (!(wanted in SIZES)) return;
  size = wanted;
  const isKept = keepSize(size);
  lay();
  announce(say("sized", { percent: Math.round(SIZES[size] * 100) }) + (isKept ? "" : say("unkept")));
}

function black(isOn) {
  if (isOn) stage.dataset.black = "";
  else delete stage.dataset.black;
  if (isOn) announce(say("dark"));
  else announceScreen();
}

const isBlack = () => "black" in stage.dataset;

// The list of screens or the help lies over the stage until Escape.
function closeOver() {
  if (!over) return false;
  over.element.hidden = true;
  delete stage.dataset.over;
  if (over.back && stage.contains(over.back)) over.back.focus();
  else stage.focus();
  over = null;
  return true;
}

function openOver(element) {
  const isOpen = over && over.element === element;
  closeOver();
  if (isOpen) return;
  over = { element, back: document.activeElement };
  element.hidden = false;
  stage.dataset.over = "";
  (element.querySelector("[aria-current]") || element.querySelector("button")).focus();
}

function openList() {
  const list = one(".overview ol");
  list.textContent = "";
  screens.forEach((screen, number) => {
    const button = make(make(list, "li"), "button", "", clean(screen.title));
    button.type = "button";
    if (number === at) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => {
      closeOver();
      show(number);
    });
  });
  openOver(one(".overview"));
}

const element = () => document.fullscreenElement || document.webkitFullscreenElement;

function fullScreen() {
  const enter = stage.requestFullscreen || stage.webkitRequestFullscreen;
  const leave = document.exitFullscreen || document.webkitExitFullscreen;
  const refuse = () => announceAloud(say("unfull"));
  if (element()) {
    leave.call(document);
    return;
  }
  if (!enter) {
    refuse();
    return;
  }
  const asked = enter.call(stage);
  if (asked && asked.catch) asked.catch(refuse);
}

// Said to everybody, for a moment.
function announceAloud(words) {
  const note = one(".told");
  announce(words);
  note.textContent = words;
  note.hidden = false;
  setTimeout(() => { note.hidden = true; }, 4000);
}
