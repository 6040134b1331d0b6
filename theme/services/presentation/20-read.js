// A case as its own page shows it. Nothing of the page runs here: it is parsed apart, and what could
// act or clash is taken away before anything is put on the stage.

const ACTIVE = "script, style, link, iframe, object, embed, form, input, button, .footnote-back";
const DROPPED = /^(id|style|srcset|loading|for|headers|tabindex|autoplay|aria-(labelledby|describedby|controls|owns)|data-.*|on.*)$/;

// An address of the case's page, as this page must write it; "" for what is no address to go to.
function addressFrom(value, base) {
  let url;
  try {
    url = new URL(value, base);
  } catch (error) {
    return "";
  }
  if (/^data:image\//.test(value)) return value;
  if (!/^(https?|mailto|tel):$/.test(url.protocol)) return "";
  return url.host === location.host ? url.pathname + url.search + url.hash : url.href;
}

// Where a link of the page leads: to another screen by what was its target's id, or to a new window.
function cleanLink(link, base) {
  const value = link.getAttribute("href") || "";
  const address = addressFrom(value, base);
  if (value.charAt(0) === "#") {
    link.dataset.to = value.slice(1);
    link.removeAttribute("href");
  } else if (address) {
    link.setAttribute("href", address);
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  } else link.removeAttribute("href");
}

function cleanElement(element, base) {
  const was = element.id;
  Array.prototype.slice.call(element.attributes).forEach((attribute) => {
    const key = attribute.name;
    if (DROPPED.test(key)) element.removeAttribute(key);
    else if (/^(src|poster|cite|xlink:href)$/.test(key)) {
      element.setAttribute(key, addressFrom(attribute.value, base));
    }
  });
  if (was) element.dataset.was = was;
  if (element.tagName === "A") cleanLink(element, base);
  if (element.getAttribute("role") === "region") element.removeAttribute("role");
  if (element.tagName === "DETAILS") element.setAttribute("open", "");
}

// Copies nodes of the case's page into this one.
const imported = (nodes) => Array.prototype.map.call(nodes, (node) => document.importNode(node, true));

// A video: a file of ours with its player, or the link to its host with the host's name.
function videoOf(box) {
  const film = box.querySelector("video");
  const link = box.querySelector("a[target]");
  const host = link && link.nextElementSibling;
  return {
    title: window.BiaoganCase.textOf(box, ".what span"),
    nodes: imported(film ? [film] : [link, host].filter(Boolean)),
    isFile: !!film,
  };
}

// The case as theme/services/case reads it, with what goes on the screens.
function screened(item) {
  const { article, base } = item;
  all(article, ACTIVE).forEach(remove);
  all(article, "*").forEach((element) => cleanElement(element, base));
  const body = article.querySelector(".body");
  return Object.assign({}, item, {
    ledger: article.querySelector(".ledger"),
    summary: imported(all(article, "section.abstract p")),
    body: imported(body ? body.children : []),
    plots: imported(all(article, ".plots.small .plot")),
    figures: imported(all(article, "table.figures").slice(0, 1)),
    videos: all(article, ".video").map(videoOf),
  });
}
