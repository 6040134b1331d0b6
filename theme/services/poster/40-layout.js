// Where everything stands on the picture. Nothing is drawn here: the tests ask for the boxes.

const COLOURS = { red: "#a3241b", ink: "#1b232b", quiet: "#55606a", paper: "#ffffff", shade: "#f6f5f1", line: "#d9d7d0" };

// The two pictures: a tall one for reading on a phone, a wide one as an article's cover.
const FORMS = {
  tall: {
    width: 1080, height: 1440, staff: 28, band: 72, left: 100, right: 80, top: 76,
    site: 34, mark: 28, about: 32, title: [88, 76, 66, 56], titleLines: 4, firm: 40, summary: 35, gap: 26,
    foot: 400, code: 287, call: 46, number: 30, address: 24,
  },
  wide: {
    width: 900, height: 383, staff: 16, band: 40, left: 52, right: 36, top: 30,
    site: 19, mark: 17, about: 19, title: [46, 40, 35, 30], titleLines: 3, firm: 24, summary: 20, gap: 12,
    foot: 0, code: 190, call: 20, number: 16, address: 0,
  },
};

// Writes lines one below the other into a column. `measure(text, font, size)` gives a width.
function column(items, box, measure) {
  let { y } = box;
  const write = (text, style, most) => {
    const width = (line) => measure(line, style.font, style.size);
    const height = Math.round(style.size * (style.lead || 1.4));
    const room = Math.min(most, Math.floor((box.bottom - y) / height));
    firstLines(linesOf(text, box.width, width), room, box.width, width).forEach((line) => {
      items.push({
        kind: "text", text: line, x: box.x, y, width: width(line), height, size: style.size, font: style.font, colour: style.colour,
      });
      y += height;
    });
  };
  // The largest size at which the whole text has room in so many lines.
  const writeFitting = (text, style, sizes, most) => {
    const fitting = sizes.filter((size) => linesOf(text, box.width, (line) => measure(line, style.font, size)).length <= most);
    write(text, Object.assign({ size: fitting[0] || sizes[sizes.length - 1] }, style), most);
  };
  return { write, writeFitting, skip: (height) => { y += height; }, at: () => y };
}

function bands(items, form) {
  for (let place = 0; place * form.band < form.height; place++) {
    const colour = place % 2 ? COLOURS.paper : COLOURS.red;
    const height = Math.min(form.band, form.height - place * form.band);
    items.push({ kind: "band", x: 0, y: place * form.band, width: form.staff, height, colour });
  }
  items.push({ kind: "band", x: form.staff, y: 0, width: 2, height: form.height, colour: COLOURS.red });
}

// A mark in its frame. Gives how high it is: nothing where nothing is left of its words.
function marked(items, text, form, box, measure) {
  const size = form.mark;
  const inner = Math.round(size * 0.5);
  const height = Math.round(size * 1.5);
  const widthOf = (line) => measure(line, "hei", size);
  const room = box.width - 2 * inner;
  const line = firstLines(linesOf(text, room, widthOf), 1, room, widthOf)[0];
  if (!line) return 0;
  const width = widthOf(line);
  items.push({ kind: "frame", x: box.x, y: box.y, width: width + 2 * inner, height, colour: COLOURS.red });
  items.push({ kind: "text", text: line, x: box.x + inner, y: box.y, width, height, size, font: "hei", colour: COLOURS.red });
  return height + form.gap / 2;
}

// Title, firm and summary, from the top of a box down.
function story(items, facts, form, box, measure) {
  const { write, writeFitting, skip, at } = column(items, box, measure);
  write(facts.site, { size: form.site, font: "songBold", colour: COLOURS.quiet }, 1);
  skip(form.gap);
  skip(marked(items, facts.mark, form, { x: box.x, y: at(), width: box.width }, measure));
  write(facts.about, { size: form.about, font: "heiBold", colour: COLOURS.red }, 2);
  skip(form.gap / 2);
  writeFitting(facts.title, { font: "songBold", colour: COLOURS.ink, lead: 1.3 }, form.title, form.titleLines);
  skip(form.gap / 2);
  write(facts.enterprise, { size: form.firm, font: "hei", colour: COLOURS.quiet }, 2);
  skip(form.gap);
  if (!facts.summary || box.bottom - at() < 2 * form.summary) return;
  items.push({ kind: "band", x: box.x, y: at(), width: box.width, height: 2, colour: COLOURS.line });
  skip(form.gap);
  write(facts.summary, { size: form.summary, font: "hei", colour: COLOURS.ink, lead: 1.7 }, 99);
}

function codeAt(items, form, x, y) {
  items.push({ kind: "band", x, y, width: form.code, height: form.code, colour: COLOURS.paper });
  items.push({ kind: "code", x, y, width: form.code, height: form.code });
}

// A band below with the code at its right, and beside it what it is for.
function tallFoot(items, facts, form, measure) {
  const top = form.height - form.foot;
  const padding = Math.round((form.foot - form.code) / 2);
  const codeLeft = form.width - form.right - form.code;
  items.push({ kind: "band", x: form.staff + 2, y: top, width: form.width - form.staff - 2, height: form.foot, colour: COLOURS.shade });
  if (facts.hasCode) codeAt(items, form, codeLeft, top + padding);
  const width = (facts.hasCode ? codeLeft - 44 : form.width - form.right) - form.left;
  // No destructuring here: the minifier would put it before the measures that it needs.
  const said = column(items, { x: form.left, y: top + padding, width, bottom: form.height - padding }, measure);
  said.write(facts.hasCode ? facts.call : facts.read, { size: form.call, font: "songBold", colour: COLOURS.ink }, 1);
  said.skip(12);
  said.write(facts.number, { size: form.number, font: "hei", colour: COLOURS.ink }, 1);
  said.skip(6);
  said.write(facts.address, { size: form.address, font: "hei", colour: COLOURS.quiet }, 3);
}

// The code at the right, its words below it.
function wideSide(items, facts, form, measure) {
  const x = form.width - form.right - form.code;
  const y = Math.round((form.height - form.code) / 2) - 24;
  codeAt(items, form, x, y);
  const { write } = column(items, { x, y: y + form.code + 2, width: form.code, bottom: form.height - 16 }, measure);
  const from = items.length;
  write(facts.call, { size: form.call, font: "songBold", colour: COLOURS.ink }, 1);
  write(facts.number, { size: form.number, font: "hei", colour: COLOURS.quiet }, 2);
  items.slice(from).forEach((item) => { item.x += (form.code - item.width) / 2; });
}

// Everything on the picture, from the back to the front: {kind, x, y, width, height, …}.
function layOut(facts, name, measure) {
  const form = FORMS[name];
  const items = [{ kind: "band", x: 0, y: 0, width: form.width, height: form.height, colour: COLOURS.paper }];
  const isWide = !form.foot;
  const side = isWide && facts.hasCode ? form.code + 40 : 0;
  const box = {
    x: form.left, y: form.top, width: form.width - form.left - form.right - side,
    bottom: form.height - (form.foot || 0) - (isWide ? 24 : 40),
  };
  bands(items, form);
  story(items, facts, form, box, measure);
  if (!isWide) tallFoot(items, facts, form, measure);
  else if (facts.hasCode) wideSide(items, facts, form, measure);
  return items;
}
