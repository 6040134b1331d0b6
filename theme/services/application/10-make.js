// Small tools: elements, the page's own words, and what an object holds itself.

const root = document.querySelector("[data-application]");
const one = (selector) => root.querySelector(selector);
const all = (selector) => Array.prototype.slice.call(root.querySelectorAll(selector));
const own = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const two = (number) => (number < 10 ? "0" : "") + number;

// Makes an element at the end of a place; the text is never read as HTML.
function make(place, name, text) {
  const element = document.createElement(name);
  element.textContent = text || "";
  place.appendChild(element);
  return element;
}

function emptied(place) {
  while (place.firstChild) place.removeChild(place.firstChild);
  return place;
}

// The words of the page, with what belongs into their {…}.
function say(key, values) {
  return root.getAttribute(`data-said-${key}`)
    .replace(/\{(\w+)\}/g, (whole, name) => (values && own(values, name) ? String(values[name]) : ""));
}

function dayOf(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// A half of a pair is no character: it can be neither encoded nor written into a file.
function whole(text) {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));
}
