// The pages of lessons: how far one came with each, with each group, and where to go on. What the device
// remembers is looked up in the list of all lessons; what does not stand there is not shown.

const GOING = 6; // lessons to go on with, at most

function startCourse(root) {
  const say = (key, values) => filled(root.getAttribute(`data-said-${key}`), values || {});
  const find = (selector) => root.querySelector(selector);
  const each = (selector, work) => Array.from(root.querySelectorAll(selector)).forEach(work);
  const wipe = find("[data-wipe]");
  if (!wipe) return; // no lessons
  let lessons; // the promise of the list

  const tell = (words) => { find("[data-notice]").textContent = words; };

  function fetched() {
    lessons = lessons || fetch(root.getAttribute("data-lessons")).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    lessons.catch(() => { lessons = undefined; });
    return lessons;
  }

  function drawLesson(line, entries) {
    const name = line.getAttribute("data-lesson");
    const entry = entryOf(entries, name);
    const place = line.querySelector(".come");
    place.textContent = "";
    if (entry && (entry.seen || isGoing(entry))) {
      const words = { at: clock(entry.at), of: clock(entry.of), day: entry.on };
      if (!entry.seen) {
        const bar = made("progress", "", place);
        bar.max = entry.of;
        bar.value = entry.at;
        bar.setAttribute("aria-hidden", "true");
      }
      made("span", say(entry.seen ? "seen" : "at", words), place).className = entry.seen ? "done" : "";
    }
    if (line.hasAttribute("data-by-hand")) {
      const button = made("button", say(entry && entry.seen ? "unmark" : "mark"), place);
      button.type = "button";
      const title = line.querySelector(".what a").textContent;
      made("span", say("of_video", { title }), button).className = "unseen";
      button.addEventListener("click", () => {
        const isDone = remember(name, entry && entry.seen ? null
          : { v: name, at: 0, of: 0, on: today(), seen: true });
        draw();
        if (!isDone) tell(say("refused"));
        // A lesson stands on this page as often as it has groups.
        line.querySelector(".come button").focus();
      });
    }
    place.hidden = !place.firstChild;
  }

  function drawGoing(entries, known) {
    const list = find(".going ol");
    const going = entries.filter((entry) => isGoing(entry) && known[entry.v]).slice(0, GOING);
    list.textContent = "";
    find(".going").hidden = !going.length;
    going.forEach((entry) => {
      const lesson = known[entry.v];
      const here = root.getAttribute("data-root") + lesson.uri;
      const moment = `${lesson.anchor === "video-1" ? "" : `${lesson.anchor}-`}t=${Math.floor(entry.at)}`;
      const line = made("li", "", list);
      const what = made("p", "", line);
      what.className = "what";
      made("a", lesson.title, what).href = `${here}#${lesson.anchor}`;
      if (lesson.mark) marked(lesson.mark, "mark", what);
      const about = made("p", "", line);
      about.className = "about";
      made("span", lesson.enterprise, about).className = "who";
      about.appendChild(document.createTextNode(
        ` ${say("at", { at: clock(entry.at), of: clock(entry.of), day: entry.on })} `));
      const on = made("a", say("continue", { at: clock(entry.at) }), about);
      made("span", say("of_video", { title: lesson.title }), on).className = "unseen";
      on.href = `${here}#${moment}`;
    });
  }

  function drawGroups(entries, known) {
    const seen = entries.filter((entry) => entry.seen && known[entry.v]);
    const going = entries.filter((entry) => isGoing(entry) && known[entry.v]).length;
    each("[data-group]", (place) => {
      const key = place.getAttribute("data-group");
      const done = seen.filter((entry) => known[entry.v].groups.indexOf(key) >= 0).length;
      place.textContent = done ? say("group", { seen: done, count: place.getAttribute("data-count") }) : "";
    });
    each("[data-progress]", (place) => {
      const values = { count: root.getAttribute("data-count"), seen: seen.length, going };
      place.textContent = seen.length + going ? say("progress", values) : "";
    });
  }

  function draw() {
    const { entries, trouble } = recalled();
    each("[data-lesson]", (line) => drawLesson(line, entries));
    wipe.disabled = !entries.length && trouble !== "damaged";
    if (trouble) tell(say(trouble));
    else if (!entries.length) tell(say("empty"));
    if (!entries.length) { drawGoing([], {}); drawGroups([], {}); return; }
    fetched().then((list) => {
      const known = {};
      list.forEach((lesson) => { if (NAME.test(lesson.key)) known[lesson.key] = lesson; });
      drawGoing(entries, known);
      drawGroups(entries, known);
    }).catch(() => tell(say("failed")));
  }

  wipe.addEventListener("click", () => {
    if (!window.confirm(say("sure"))) return;
    forget();
    tell("");
    draw();
    tell(say("cleared"));
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) draw(); });
  window.addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) draw(); });
  draw();
}
