// Text as OpenXML: paragraphs, line breaks, tabs, tables.

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const XML = "http://www.w3.org/XML/1998/namespace";
const FORBIDDEN = /[^\t\n\r\x20-\x7e\xa0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu; // lone surrogates too
const BREAKS = /\r\n|[\r\u2028\u2029]/g;
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"];
const LONGEST = 16; // characters of a column beyond which it grows no wider

// Gives text as XML can hold it: a line ends with \n, and what XML forbids is gone, with DEL and its like.
function clean(text) {
  return String(text).replace(BREAKS, "\n").replace(FORBIDDEN, "");
}

function own(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}

// Makes elements of one document: make("p", {}, [children]).
function maker(page) {
  return (name, attributes, children) => {
    const made = page.createElementNS(W, `w:${name}`);
    Object.keys(attributes || {}).forEach((key) => made.setAttributeNS(W, `w:${key}`, attributes[key]));
    (children || []).forEach((child) => made.appendChild(child));
    return made;
  };
}

// The hint makes Word take the Chinese face for signs that both scripts have.
function run(make, text) {
  const made = make("r", {}, [make("rPr", {}, [make("rFonts", { hint: "eastAsia" })])]);
  clean(text).split(/([\n\t])/).forEach((piece) => {
    if (piece === "\n") made.appendChild(make("br"));
    else if (piece === "\t") made.appendChild(make("tab"));
    else if (piece) {
      const words = made.appendChild(make("t"));
      words.setAttributeNS(XML, "xml:space", "preserve");
      words.textContent = piece;
    }
  });
  return made;
}

function paragraph(make, text, style) {
  const properties = style ? [make("pPr", {}, [make("pStyle", { val: style })])] : [];
  return make("p", {}, properties.concat(run(make, text)));
}

// The widths of columns in twips: by their longest words, unless the page says in which proportion.
function widthsOf(block, columns, line) {
  const longest = (column) => Math.max.apply(null, block.rows.map((row) => clean(row[column] || "").length));
  const shares = block.widths && block.widths.length === columns ? block.widths
    : Array.from({ length: columns }, (none, column) => Math.min(LONGEST, Math.max(4, longest(column))));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor(line * share / all));
}

function row(make, cells, widths, isHead) {
  const properties = [make("cantSplit")].concat(isHead ? make("tblHeader") : []);
  return make("tr", {}, [make("trPr", {}, properties)].concat(widths.map((width, column) => {
    const shade = isHead ? [make("shd", { val: "clear", color: "auto", fill: "F2F2F2" })] : [];
    const size = [make("tcW", { w: width, type: "dxa" })].concat(shade, make("vAlign", { val: "center" }));
    const text = cells[column] === undefined ? "" : cells[column];
    return make("tc", {}, [make("tcPr", {}, size), paragraph(make, text, isHead ? "TableHead" : "TableCell")]);
  })));
}

function table(make, block, line) {
  const columns = Math.max.apply(null, block.rows.map((cells) => cells.length));
  if (!(columns > 0)) return [];
  const widths = widthsOf(block, columns, line);
  const lines = BORDERS.map((side) => make(side, { val: "single", sz: 4, space: 0, color: "auto" }));
  const properties = make("tblPr", {}, [
    make("tblW", { w: widths.reduce((sum, width) => sum + width, 0), type: "dxa" }), make("jc", { val: "center" }),
    make("tblBorders", {}, lines), make("tblLayout", { type: "fixed" }),
  ]);
  const grid = make("tblGrid", {}, widths.map((width) => make("gridCol", { w: width })));
  const rows = block.rows.map((cells, number) => row(make, cells, widths, Boolean(block.head) && !number));
  // Word makes one table of two that touch, and a control ends with a paragraph.
  return [make("tbl", {}, [properties, grid].concat(rows)), paragraph(make, "", "Spacer")];
}

// Gives [{style, text} | {rows, head, widths}] as elements; what is neither is left out.
function blocks(make, list, line) {
  return list.reduce((all, block) => {
    if (!block) return all;
    if (Array.isArray(block.rows)) return all.concat(block.rows.length ? table(make, block, line) : []);
    return all.concat(typeof block.text === "string" ? paragraph(make, block.text, block.style) : []);
  }, []);
}
