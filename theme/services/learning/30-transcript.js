// What is said beside the video: searched, clicked to play from there, marked while it is said. Only the
// box of the text is scrolled, never the page.

const MOST_HITS = 500;
const PATIENCE = 5000; // milliseconds for which a reader who scrolls by hand is left alone

function scrollTo(box, element) {
  const place = element.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  box.scrollTop += place.top - frame.top - box.clientHeight / 3;
}

// Marks every place of the words in a cue and gives the marks.
function hitsOf(cue, query, most) {
  const found = [];
  const folded = cue.text.toLowerCase();
  // A sign whose small form is longer would move all places behind it.
  const text = folded.length === cue.text.length ? folded : cue.text;
  let from = 0;
  cue.node.textContent = "";
  for (let at = text.indexOf(query); at >= 0 && found.length < most; at = text.indexOf(query, from)) {
    cue.node.appendChild(document.createTextNode(cue.text.slice(from, at)));
    from = at + query.length;
    found.push(made("mark", cue.text.slice(at, from), cue.node));
  }
  cue.node.appendChild(document.createTextNode(cue.text.slice(from)));
  return found;
}

function startSearch(place, box, cues) {
  const field = place.querySelector("input");
  const status = place.querySelector("[data-hits]");
  const buttons = Array.from(place.querySelectorAll("[data-by]"));
  let hits = [];
  let here = -1;

  function go(by) {
    if (!hits.length) return;
    if (hits[here]) hits[here].removeAttribute("data-here");
    here = (here + by + hits.length) % hits.length;
    hits[here].setAttribute("data-here", "");
    scrollTo(box, hits[here]);
    status.textContent = filled(status.getAttribute("data-hits"), { at: here + 1, count: hits.length });
  }

  function search() {
    const typed = field.value.trim();
    const query = typed.toLowerCase();
    hits = [];
    here = -1;
    cues.forEach((cue) => {
      const most = MOST_HITS - hits.length;
      if (query && most > 0) hits = hits.concat(hitsOf(cue, query, most));
      else if (cue.node.firstElementChild) cue.node.textContent = cue.text;
    });
    buttons.forEach((button) => { button.disabled = !hits.length; });
    status.textContent = typed && !hits.length ? filled(status.getAttribute("data-none"), { query: typed }) : "";
    go(1);
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // the Enter of an input method
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && field.value) { field.value = ""; search(); } else return;
    event.preventDefault();
  });
  buttons.forEach((button) => {
    button.addEventListener("click", () => go(Number(button.getAttribute("data-by"))));
  });
  if (field.value) search(); // a page that comes back with its fields filled
}

function startTranscript(root, film, number) {
  const box = root.querySelector(".cues");
  const cues = Array.from(box.querySelectorAll("[data-from]")).map((node) => ({
    node, text: node.textContent, start: Number(node.getAttribute("data-from")),
  }));
  let current = null;
  let free = 0; // when the box may be scrolled again

  function mark() {
    let now = null;
    cues.forEach((cue) => { if (cue.start <= film.currentTime + 0.05) now = cue; });
    if (now === current) return;
    if (current) current.node.removeAttribute("aria-current");
    current = now;
    if (!now) return;
    now.node.setAttribute("aria-current", "true");
    if (!film.paused && Date.now() >= free) scrollTo(box, now.node);
  }

  function jump(cue) {
    const second = Math.floor(cue.start);
    film.currentTime = cue.start;
    play(film);
    history.replaceState(history.state, "", `#${number === "1" ? "" : `video-${number}-`}t=${second}`);
  }

  box.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    const node = link ? link.parentNode.querySelector("[data-from]") : event.target.closest("[data-from]");
    // Who marks a passage to copy it does not want to hear it.
    if (!node || (!link && String(getSelection()))) return;
    event.preventDefault();
    jump(cues.filter((cue) => cue.node === node)[0]);
  });
  ["wheel", "touchmove", "mousedown", "keydown"].forEach((name) => {
    box.addEventListener(name, () => { free = Date.now() + PATIENCE; }, { passive: true });
  });
  ["playing", "timeupdate", "seeked"].forEach((name) => film.addEventListener(name, mark));
  const seek = root.querySelector(".seek");
  if (seek) startSearch(seek, box, cues);
}
