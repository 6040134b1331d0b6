// Small tools: elements, the page's own words, and what is kept on the device.

const root = document.querySelector("[data-presentation]");
const stage = document.querySelector(".stage");
const one = (selector) => stage.querySelector(selector);
const all = (place, selector) => Array.prototype.slice.call(place.querySelectorAll(selector));
const KEPT = "biaogan.presentation.size";

// Makes an element at the end of a place; the text is never read as HTML.
function make(place, name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  place.appendChild(element);
  return element;
}

// The words of the page, with what belongs into their {…}.
function say(key, values) {
  return root.dataset[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : ""));
}

const remove = (element) => element.parentNode.removeChild(element);

// Steps of the type's size; the middle one shows a dozen lines.
const SIZES = [0.7, 0.85, 1, 1.2, 1.45, 1.75];
const USUAL = 2;

function keptSize() {
  let kept = "";
  try {
    kept = localStorage.getItem(KEPT) || "";
  } catch (refused) { /* the usual size then */ }
  return /^\d$/.test(kept) && Number(kept) in SIZES ? Number(kept) : USUAL;
}

// Whether the device keeps it.
function keepSize(size) {
  try {
    localStorage.setItem(KEPT, String(size));
    return true;
  } catch (refused) {
    return false;
  }
}
