// A video of the case: how far one came is kept, and offered the next time. It never starts by itself,
// and an address that names a second wins.

const EVERY = 5; // seconds between two notes

function play(film) {
  const started = film.play();
  if (started && started.catch) started.catch(() => null); // the controls still show
}

function isAddressed(number) {
  const moment = /^#(?:video-(\d+)-)?t=\d/.exec(location.hash);
  return Boolean(moment) && (moment[1] || "1") === number;
}

// Offers to go on below the picture; gives what takes the offer away.
function offer(box, film, entry, words) {
  const line = document.createElement("p");
  line.className = "resume";
  const withdraw = () => { if (line.parentNode) line.parentNode.removeChild(line); };
  const at = clock(entry.at);
  const isUnfinished = entry.at >= 3 && entry.at < entry.of * ENDS;
  if (!isUnfinished && !entry.seen) return withdraw;
  if (isUnfinished) {
    const button = made("button", filled(words.resume, { at }), line);
    button.type = "button";
    button.className = "main";
    button.addEventListener("click", () => {
      // The file may have been replaced by a shorter one.
      film.currentTime = film.duration <= entry.at ? 0 : entry.at;
      play(film);
      film.focus();
      withdraw();
    });
  }
  made("span", filled(isUnfinished ? words.stopped : words.watched, { at, day: entry.on }), line).className = "quiet";
  const screen = box.querySelector(".screen");
  screen.parentNode.insertBefore(line, screen.nextSibling);
  return withdraw;
}

function follow(box, film, name, words, complain) {
  const number = box.getAttribute("data-video");
  const known = entryOf(recalled().entries, name);
  let last = -1; // where it was when it last ran: not where a click on a chapter took it
  let noted = -1;
  let hasPlayed = false;
  const withdraw = known && !isAddressed(number) ? offer(box, film, known, words) : () => null;

  function note(at) {
    const of = film.duration;
    if (!(of > 0 && of < DAYS)) return; // what comes live has no length
    const before = entryOf(recalled().entries, name);
    const seen = at >= of * ENDS || Boolean(before && before.seen);
    noted = at;
    if (!remember(name, { v: name, at: Math.floor(at), of: Math.ceil(of), on: today(), seen })) complain();
  }

  film.addEventListener("timeupdate", () => {
    if (film.paused || film.seeking) return;
    const isOver = film.currentTime >= film.duration * ENDS && noted < film.duration * ENDS;
    last = film.currentTime;
    if (!hasPlayed) withdraw();
    hasPlayed = true;
    if (isOver || Math.abs(last - noted) >= EVERY) note(last);
  });
  film.addEventListener("ended", () => {
    if (hasPlayed && last >= film.duration * ENDS - 2) note(film.duration);
  });
  const leave = () => { if (hasPlayed && last !== noted && !film.ended) note(last); };
  film.addEventListener("pause", leave);
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  window.addEventListener("hashchange", () => { if (isAddressed(number)) withdraw(); });
}

// What was seen already goes behind what was not; the order of the page is kept otherwise.
function sortNext(root) {
  const entries = recalled().entries;
  Array.from(root.querySelectorAll("[data-lesson]")).forEach((line) => {
    const entry = entryOf(entries, line.getAttribute("data-lesson"));
    if (!entry || !entry.seen) return;
    marked(root.getAttribute("data-seen"), "mark seen", line.querySelector(".what"));
    line.parentNode.appendChild(line);
  });
}

function followAll(root) {
  const words = {};
  ["resume", "stopped", "watched"].forEach((key) => { words[key] = root.getAttribute(`data-${key}`); });
  const notice = root.querySelector("[data-unkept]");
  const complain = () => {
    const said = notice.getAttribute("data-unkept");
    if (notice.textContent !== said) notice.textContent = said;
  };
  Array.from(document.querySelectorAll("[data-video]")).forEach((box) => {
    const film = box.querySelector("video");
    if (!film) return;
    const number = box.getAttribute("data-video");
    follow(box, film, `${root.getAttribute("data-learning")}.${number}`, words, complain);
    if (box.querySelector(".transcript")) startTranscript(box, film, number);
  });
  sortNext(root);
}
