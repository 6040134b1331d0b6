// Small tools: elements, the page's own words, and texts that count as the same.

const root = document.querySelector("[data-compare]");
const one = (selector) => root.querySelector(selector);
const all = (place, selector) => Array.prototype.slice.call(place.querySelectorAll(selector));

// Makes an element at the end of a place; the text is never read as HTML.
function make(place, name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  place.appendChild(element);
  return element;
}

function makeButton(place, text, act) {
  const button = make(place, "button", "", text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

// The words of the page, with what belongs into their {…}.
function say(key, values) {
  return root.dataset[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : ""));
}

// What counts as the same name: width, case, white space and punctuation do not matter.
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s!-/:-@[-`{-~\u00b7\u2010-\u2027\u3001-\u3020\u30fb]+/g, "");
}

const nameOf = (entry) => entry.enterprise + (entry.mark ? ` ${entry.mark}` : "");

function putName(place, entry) {
  make(place, "span", "", entry.enterprise);
  if (!entry.mark) return;
  place.appendChild(document.createTextNode(" "));
  make(place, "span", "mark", entry.mark);
}
