// The controls of a document: found by their tag, filled in place.

function child(element, name) {
  return Array.from(element ? element.childNodes : [])
    .filter((one) => one.namespaceURI === W && one.localName === name)[0];
}

function valueOf(element) {
  return element ? element.getAttributeNS(W, "val") || "" : "";
}

// Twips of a line between the margins.
function lineOf(page) {
  const [section] = Array.from(page.getElementsByTagNameNS(W, "sectPr")).slice(-1);
  const number = (name, key) => Number(child(section, name) && child(section, name).getAttributeNS(W, key)) || 0;
  return number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right") || 9000;
}

// A control for a day knows it as a date, and shows it in its own shape: yyyy年M月d日.
function day(properties, text) {
  const date = child(properties, "date");
  const parts = date && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return text;
  date.setAttributeNS(W, "w:fullDate", `${text}T00:00:00Z`);
  const shape = valueOf(child(date, "dateFormat")) || "yyyy-MM-dd";
  const said = { yyyy: parts[1], MM: parts[2], M: Number(parts[2]), dd: parts[3], d: Number(parts[3]) };
  return shape.replace(/yyyy|MM?|dd?/g, (name) => said[name]);
}

function written(make, content, value, line) {
  const first = child(content, "p");
  if (Array.isArray(value)) return first || child(content, "tbl") ? blocks(make, value, line) : [];
  if (!clean(value)) return []; // a control without a character could not be clicked at
  return [first ? paragraph(make, value, valueOf(child(child(first, "pPr"), "pStyle"))) : run(make, value)];
}

function fillOne(control, value, make, line) {
  const [properties, content] = [child(control, "sdtPr"), child(control, "sdtContent")];
  if (!content) return;
  const elements = written(make, content, typeof value === "string" ? day(properties, value) : value, line);
  if (!elements.length) return;
  // Of a control of plain text LibreOffice puts all line breaks before the text.
  const gone = clean(value).indexOf("\n") < 0 ? ["showingPlcHdr"] : ["showingPlcHdr", "text"];
  gone.map((name) => child(properties, name)).filter(Boolean).forEach((one) => properties.removeChild(one));
  content.textContent = "";
  elements.forEach((element) => content.appendChild(element));
}

// Puts the values into the text of word/document.xml; of no key or no control nothing is changed.
function filled(text, values) {
  const page = new DOMParser().parseFromString(text, "application/xml");
  if (page.getElementsByTagName("parsererror").length || page.documentElement.namespaceURI !== W) {
    throw fault("damaged");
  }
  const [make, line] = [maker(page), lineOf(page)];
  Array.from(page.getElementsByTagNameNS(W, "sdt")).forEach((control) => {
    const value = own(values, valueOf(child(child(control, "sdtPr"), "tag")));
    if (typeof value === "string" || Array.isArray(value)) fillOne(control, value, make, line);
  });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return head + new XMLSerializer().serializeToString(page.documentElement);
}
