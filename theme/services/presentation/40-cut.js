// The case cut into screens. A heading begins a screen; text flows on while it fits; figures, tables and
// videos stand alone.

let screens = []; // {element, title, block: the number of the first block that stands on it}
let blockCount = 0;

// An empty screen. `heads`: the section's title as nodes, and that of its part.
function begin(heads, className) {
  const element = make(one(".deck"), "section", "slide");
  element.classList.add(className);
  const head = make(element, "header");
  const [over, title] = heads.length > 1 ? heads : [null, heads[0]];
  if (over) over.forEach((node) => make(head, "p", "over-title").appendChild(node.cloneNode(true)));
  const name = make(head, "h2");
  title.forEach((node) => name.appendChild(node.cloneNode(true)));
  const body = make(element, "div", "md-typeset body");
  if (head.offsetHeight > element.clientHeight * 0.4) {
    head.style.maxHeight = "40%";
    head.style.flex = "none";
    shrink(head, 1);
  }
  const screen = { element, body, head, title: head.textContent.trim(), block: blockCount };
  screens.push(screen);
  return screen;
}

const words = (text) => [document.createTextNode(text)];

// A screen of its own for nodes that cannot be divided; the type is made to fit.
function alone(heads, nodes, className) {
  const screen = begin(heads, className);
  nodes.forEach((node) => screen.body.appendChild(node));
  shrink(screen.body, 1);
  return screen;
}

// What must not be the last on a screen: a heading, or a line that announces a list.
const leads = (block) => /^H[1-6]$/.test(block.tagName) || /[：:]$/.test(block.textContent.trim());

// Text on as many screens as it needs.
function pour(heads, blocks) {
  const queue = blocks.slice();
  let screen = null;
  queue.forEach((block) => {
    block.dataset.block = blockCount;
    blockCount += 1;
  });
  while (queue.length) {
    const block = queue.shift();
    if (!screen) {
      screen = begin(heads, "flow");
      screen.block = Number(block.dataset.block);
    }
    const { body } = screen;
    body.appendChild(block);
    if (!fits(body)) {
      remove(block);
      const moved = [block];
      while (body.children.length > 1 && leads(body.lastElementChild)) moved.unshift(body.removeChild(body.lastElementChild));
      if (!body.children.length) {
        const parts = divide(body, block);
        body.appendChild(parts ? parts[0] : block);
        if (!parts) shrink(body, 1);
        moved.splice(0, 1, ...(parts ? parts.slice(1) : []));
      }
      queue.unshift(...moved);
      screen = null;
    }
  }
}

// Every item of a list as a list of its own, so that screens end between items.
function itemsOf(list) {
  let number = Number(list.getAttribute("start") || 1);
  return all(list, "*").filter((item) => item.parentNode === list).map((item) => {
    const single = list.cloneNode(false);
    if (list.tagName === "OL") {
      number = Number(item.getAttribute("value") || number);
      single.setAttribute("start", String(number));
      number += 1;
    }
    single.appendChild(item.cloneNode(true));
    return single;
  });
}

// Every term with what it means.
function termsOf(list) {
  const found = [];
  Array.prototype.forEach.call(list.children, (child) => {
    const last = found[found.length - 1];
    const isTerm = child.tagName === "DT" && (!last || last.lastElementChild.tagName !== "DT");
    if (isTerm || !last) found.push(list.cloneNode(false));
    found[found.length - 1].appendChild(child.cloneNode(true));
  });
  return found;
}

function partsOf(block) {
  if (/^[OU]L$/.test(block.tagName)) return itemsOf(block);
  return block.tagName === "DL" ? termsOf(block) : [block];
}

function alonePicture(heads, figure) {
  const screen = begin(heads, "alone");
  screen.body.appendChild(figure);
  screen.title += ` ${window.BiaoganCase.textOf(figure, "figcaption")}`.replace(/\s+$/, "");
  blockCount += 1;
}

// A table, whose later rows may need further screens of the same title.
function aloneTable(heads, holder) {
  const table = holder.querySelector("table") || holder;
  const rows = all(table, "tbody > tr");
  let done = 0;
  do {
    const screen = begin(heads, "alone");
    const copy = holder.cloneNode(true);
    const shown = copy.querySelector("table") || copy;
    all(shown, "tbody > tr").slice(0, done).forEach(remove);
    screen.body.appendChild(copy);
    screen.title += ` ${window.BiaoganCase.textOf(copy, "figcaption")}`.replace(/\s+$/, "");
    done += rowsThatFit(screen.body, shown);
    shrink(screen.body, 1.1);
  } while (done < rows.length);
  blockCount += 1;
}

const hasNoWords = (block) => !block.textContent.trim();

// Cuts the text at its headings.
function cutBody(blocks) {
  let section = words(say("text"));
  let part = null;
  let flow = [];
  const heads = () => (part ? [section, part] : [section]);
  const flush = () => {
    pour(heads(), flow);
    flow = [];
  };
  blocks.forEach((source) => {
    const block = source.cloneNode(true);
    if (/^H[123]$/.test(block.tagName)) {
      flush();
      const holder = document.createElement("span");
      while (block.firstChild) holder.appendChild(block.firstChild);
      if (block.dataset.was) holder.dataset.was = block.dataset.was;
      if (block.tagName === "H3") part = [holder];
      else [section, part] = [[holder], null];
    } else if (block.matches(".footnotes")) {
      flush();
      [section, part] = [words(block.getAttribute("aria-label") || ""), null];
      all(block, "ol").slice(0, 1).forEach((list) => { flow = itemsOf(list); });
    } else if (block.matches("table, .scroll") || (block.matches("figure") && block.querySelector("table"))) {
      flush();
      aloneTable(heads(), block);
    } else if (block.querySelector("img, svg") && (block.matches("figure") || hasNoWords(block))) {
      flush();
      alonePicture(heads(), block);
    } else flow.push(...partsOf(block));
  });
  flush();
}

function cutOpening(item) {
  const lines = ["year", "level", "edition", "area"].map((key) => window.BiaoganCase.valuesOf(item, say(key)).join(say("comma"))).filter(Boolean);
  const screen = begin([words(item.title)], "first");
  const mark = item.mark ? [make(screen.head, "p", "mark", item.mark)] : [];
  mark.forEach((element) => screen.head.insertBefore(element, screen.head.firstChild));
  make(screen.body, "p", "firm", item.enterprise);
  make(screen.body, "p", "", lines.join(say("beside")));
  make(screen.body, "p", "", root.dataset.site);
  if (!fits(screen.element)) shrink(screen.element, 1);
  screen.title = item.title;
  blockCount += 1;
}

function cutIndicators(item) {
  const heads = [words(say("indicators"))];
  const perScreen = one(".deck").clientWidth > one(".deck").clientHeight ? 4 : 2;
  if (item.figures.length) aloneTable(heads, item.figures[0]);
  for (let at = 0; at < item.plots.length; at += perScreen) {
    const grid = document.createElement("div");
    grid.className = "plots small";
    item.plots.slice(at, at + perScreen).forEach((plot) => grid.appendChild(plot.cloneNode(true)));
    alone(heads, [grid], "charts");
    blockCount += 1;
  }
}

function cutVideo(video) {
  const screen = begin([words(video.title)], video.isFile ? "film" : "hosted");
  if (!video.isFile) make(screen.body, "p", "", say("hosted"));
  const place = make(screen.body, "p", video.isFile ? "reel" : "");
  video.nodes.forEach((node) => place.appendChild(node.cloneNode(true)));
  blockCount += 1;
}

function cutEnd(item) {
  const screen = begin([words(say("end"))], "first");
  make(screen.body, "p", "firm", item.title);
  make(screen.body, "p", "", item.enterprise);
  make(screen.body, "p", "address", item.address);
  make(screen.body, "p", "", say("number", { number: item.number }));
  if (!fits(screen.element)) shrink(screen.element, 1);
}

// Links between places of the text lead to the screen of their place.
function joinLinks(deck) {
  const at = {};
  screens.forEach((screen, number) => all(screen.element, "[data-was]").forEach((element) => {
    const { was } = element.dataset;
    if (!Object.prototype.hasOwnProperty.call(at, was)) at[was] = number + 1;
  }));
  all(deck, "a[data-to]").forEach((link) => {
    let to = link.dataset.to;
    try {
      to = decodeURIComponent(to);
    } catch (error) { /* as it is written */ }
    if (Object.prototype.hasOwnProperty.call(at, to)) link.setAttribute("href", `#${at[to]}`);
  });
}

// All screens of a case, at the size that the stage has now.
function cut(item) {
  const deck = one(".deck");
  deck.textContent = "";
  screens = [];
  blockCount = 0;
  cutOpening(item);
  pour([words(say("summary"))], item.summary.map((line) => line.cloneNode(true)));
  if (item.ledger) alone([words(say("facts"))], [document.importNode(item.ledger, true)], "lines");
  blockCount += 1;
  cutBody(item.body);
  cutIndicators(item);
  item.videos.forEach(cutVideo);
  cutEnd(item);
  screens.forEach((screen, number) => {
    const name = say("screen", { number: number + 1, count: screens.length, title: "" }).trim();
    screen.element.dataset.place = name;
  });
  joinLinks(deck);
}
