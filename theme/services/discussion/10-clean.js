// What goes to the server and what comes from it. Its markup is foreign: of a comment only the
// elements of plain writing stay, without attributes. So no picture is asked for, nothing runs, and
// nothing looks like a part of this page, whoever wrote to the server and however.

const KEPT = "a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup table tbody td th thead tr u ul".split(" ");
const DROPPED = "audio embed frame iframe math noscript object script style svg template title video".split(" ");
const FOREIGN = ["avatar", "link", "browser", "os"]; // a picture elsewhere, a link elsewhere, what the reader uses
const LONGEST = 20000;

// A link leads to the web or to another comment, never into this page's own address.
function address(link) {
  const wanted = (link.getAttribute("href") || "").trim();
  return /^https?:\/\/[^\s]+$/i.test(wanted) || /^#\d+$/.test(wanted) ? wanted : "";
}

function strip(element, tag) {
  const wanted = tag === "a" ? address(element) : "";
  Array.from(element.attributes).forEach((one) => element.removeAttribute(one.name));
  if (!wanted) return;
  element.setAttribute("href", wanted);
  if (wanted[0] !== "#") element.setAttribute("rel", "ugc nofollow noopener noreferrer external");
}

// A parsed document of its own fetches nothing and runs nothing.
function cleaned(html, picture) {
  const { body } = new DOMParser().parseFromString(String(html).slice(0, LONGEST), "text/html");
  Array.from(body.querySelectorAll("*")).forEach((element) => {
    const tag = element.localName;
    const parent = element.parentNode;
    if (!parent || !body.contains(element)) return;
    if (tag === "img") parent.replaceChild(document.createTextNode(`[${element.getAttribute("alt") || picture}]`), element);
    else if (DROPPED.indexOf(tag) >= 0) parent.removeChild(element);
    else if (KEPT.indexOf(tag) >= 0) strip(element, tag);
    else {
      while (element.firstChild) parent.insertBefore(element.firstChild, element);
      parent.removeChild(element);
    }
  });
  return body.innerHTML;
}

// Every comment of an answer, answers to it too.
function harmless(value, picture) {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map((one) => harmless(one, picture));
  if (!value || typeof value !== "object") return value;
  const kept = {};
  Object.keys(value).filter((key) => FOREIGN.indexOf(key) < 0).forEach((key) => {
    kept[key] = key === "comment" ? cleaned(value[key], picture) : harmless(value[key], picture);
  });
  return kept;
}

// The server takes Markdown with HTML and formulas, and drops what it does not like. What is typed
// here shall appear as it was typed, so these signs are escaped, but for code, which shows them.
function asTyped(text) {
  return text.split(/(`+[^`]*`+)/).map((part, place) => (
    place % 2 ? part : part.replace(/\\?[<$]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))
  )).join("");
}
