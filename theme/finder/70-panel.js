// The panel of facets: which terms are shown, in which order, with how many cases.

const SHOWN = 8;
const LONG = 12;

// The terms to show as [place, depth]; `kept` is an order that must stay (the reader is there).
function termsShown(facet, counts, isChosen, view) {
  const nodes = facet.nodes;
  const places = nodes.map((node, place) => place);
  const order = new Map((view.kept || []).map((value, place) => [value, place]));
  const rank = (place) => (order.has(nodes[place].value) ? order.get(nodes[place].value) : order.size);
  const roots = places.filter((place) => nodes[place].parent < 0 || view.look);
  const below = (parent) => places.filter((place) => nodes[place].parent === parent);
  const compare = (one, two) => rank(one) - rank(two)
    || (view.isFixed ? 0 : isChosen(two) - isChosen(one) || counts[two] - counts[one]) || one - two;
  if (view.look) {
    const fits = (place) => [nodes[place].label].concat(nodes[place].others)
      .some((name) => fold(name).indexOf(view.look) >= 0);
    return roots.filter(fits).sort(compare).map((place) => [place, 0]);
  }
  const shown = [];
  (function add(found, depth, isOpen) {
    found.sort(compare).forEach((place, number) => {
      const narrower = below(place);
      const isNear = isChosen(place) || narrower.some(isChosen);
      if (!view.isWhole && !isNear && !isOpen && number >= SHOWN) return;
      shown.push([place, depth]);
      if (view.isWhole || isNear) add(narrower, depth + 1, true);
    });
  })(roots, 0, false);
  return shown;
}

// Inside a facet terms are joined by "or", so a city takes the place of its province, and the other way round.
function chosenWith(facet, values, value, isOn) {
  const nodes = facet ? facet.nodes : [];
  const parentOf = (one) => (nodes[(nodes.find((node) => node.value === one) || {}).parent] || {}).value;
  const others = values.filter((one) => one !== value && !(isOn && (parentOf(one) === value || parentOf(value) === one)));
  return isOn ? others.concat(value) : others;
}

function drawTerm(list, name, node) {
  const item = make("li", "", "", list);
  const label = make("label", "", "", item);
  const box = make("input", "", "", label);
  box.type = "checkbox";
  box.name = name;
  box.value = node.value;
  make("span", "", node.label, label);
  label.append(" ");
  make("b", "", "", label);
  return item;
}

function markTerm(item, count, isChosen) {
  const box = item.querySelector("input");
  box.checked = isChosen;
  box.disabled = !count && !isChosen && box !== document.activeElement;
  item.className = isChosen ? "chosen" : count ? "" : "none";
  item.querySelector("b").textContent = count;
}

// A facet that has the focus or the pointer keeps its order. Items are kept too: nothing loses focus.
function drawFacet(box, facet, counts, chosen) {
  const name = box.dataset.facet;
  const list = box.querySelector("ul");
  const rest = box.querySelector(".rest");
  const look = box.querySelector(".within");
  const isWhole = rest.getAttribute("aria-expanded") === "true";
  const isHeld = box.matches(":hover") || box.contains(document.activeElement);
  const items = new Map(Array.from(list.children, (item) => [item.querySelector("input").value, item]));
  const view = {
    kept: isHeld && Array.from(items.keys()), isFixed: name === "year" || name === "level", isWhole,
    look: fold(look.value),
  };
  const isChosen = (place) => chosen.indexOf(facet.nodes[place].value) >= 0;
  const shown = termsShown(facet, counts, isChosen, view).map((term) => {
    const node = facet.nodes[term[0]];
    const item = items.get(node.value) || drawTerm(list, name, node);
    markTerm(item, counts[term[0]], isChosen(term[0]));
    if (term[1]) item.classList.add("below");
    return item;
  });
  items.forEach((item) => { if (shown.indexOf(item) < 0) item.remove(); });
  shown.forEach((item, place) => { if (list.children[place] !== item) list.insertBefore(item, list.children[place]); });
  box.hidden = !facet.nodes.length;
  look.hidden = facet.nodes.length <= LONG;
  rest.hidden = !!view.look || (!isWhole && shown.length >= facet.nodes.length) || facet.nodes.length <= SHOWN;
  rest.textContent = isWhole ? say("fewer") : say("all", { count: facet.nodes.length });
}

// Closed facets are drawn when they are opened: most never are. One in which the address chooses opens.
function drawPanel(boxes, facets, counts, selection) {
  let total = 0;
  boxes.forEach((box) => {
    const name = box.dataset.facet;
    const chosen = facets[name] ? selection[name].length : selection.video + selection.text;
    const details = box.querySelector("details");
    if (chosen && !box.chosen) details.open = true;
    box.chosen = chosen;
    total += chosen;
    box.querySelector("summary b").textContent = chosen || "";
    if (!facets[name]) {
      Array.from(box.querySelectorAll("li"), (item) => {
        const flag = item.querySelector("input").name;
        markTerm(item, counts[flag][0], selection[flag]);
      });
    } else if (details.open) {
      drawFacet(box, facets[name], counts[name], selection[name]);
    }
  });
  return total;
}
