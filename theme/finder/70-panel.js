// The panel of facets: which terms are shown, in which order, with how many cases.

const SHOWN = 8;
const LONG = 12;

// The terms to show as [place, depth]; `kept` is an order that must stay (the reader is there).
function termsShown(nodes, counts, isChosen, kept, isFixed, isWhole, look) {
  const places = Array.from(nodes.keys());
  const rank = (place) => kept.indexOf(nodes[place].value) + 1 || kept.length + 1;
  const below = (parent) => places.filter((place) => nodes[place].parent === parent);
  const compare = (one, two) => rank(one) - rank(two)
    || (isFixed ? 0 : isChosen(two) - isChosen(one) || counts[two] - counts[one]) || one - two;
  const shown = [];
  const add = (found, depth, isOpen) => found.sort(compare).forEach((place, number) => {
    const narrower = below(place);
    const isNear = isChosen(place) || narrower.some(isChosen);
    if (!isWhole && !isNear && !isOpen && number >= SHOWN) return;
    shown.push([place, depth]);
    if (isWhole || isNear) add(narrower, depth + 1, true);
  });
  if (look) {
    return places.filter((place) => nodes[place].names.some((name) => fold(name).includes(look))).sort(compare)
      .map((place) => [place, 0]);
  }
  add(places.filter((place) => nodes[place].parent < 0), 0);
  return shown;
}

// Inside a facet terms are joined by "or", so a city takes the place of its province, and the other way round.
function chosenWith(facet, values, value, isOn) {
  const nodes = facet ? facet.nodes : [];
  const parentOf = (one) => (nodes[(nodes.find((node) => node.value === one) || {}).parent] || {}).value;
  const others = values.filter((one) => one !== value && !(isOn && (parentOf(one) === value || parentOf(value) === one)));
  return isOn ? others.concat(value) : others;
}

function drawTerm(list, name, value, text) {
  const item = make(list, "li");
  const label = make(item, "label");
  const box = make(label, "input");
  Object.assign(box, { type: "checkbox", name, value });
  make(label, "span", "", text);
  label.append(" ");
  make(label, "b");
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
function drawFacet(box, { nodes }, counts, chosen) {
  const name = box.dataset.facet;
  const list = box.querySelector("ul");
  const rest = box.querySelector(".tail");
  const field = box.querySelector(".within");
  const look = fold(field.value);
  const isWhole = rest.getAttribute("aria-expanded") === "true";
  const isHeld = box.matches(":hover") || box.contains(document.activeElement);
  const items = Array.from(list.children);
  const isChosen = (place) => chosen.indexOf(nodes[place].value) >= 0;
  const values = items.map((item) => item.querySelector("input").value);
  const shown = termsShown(nodes, counts, isChosen, isHeld ? values : [], name === "year" || name === "level", isWhole, look).map(([place, depth]) => {
    const { value, label } = nodes[place];
    const item = items[values.indexOf(value)] || drawTerm(list, name, value, label);
    markTerm(item, counts[place], isChosen(place));
    if (depth) item.classList.add("below");
    return item;
  });
  items.forEach((item) => { if (shown.indexOf(item) < 0) item.remove(); });
  shown.forEach((item, place) => { if (list.children[place] !== item) list.insertBefore(item, list.children[place]); });
  box.hidden = !nodes.length;
  field.hidden = nodes.length <= LONG;
  rest.hidden = !!look || (!isWhole && shown.length >= nodes.length) || nodes.length <= SHOWN;
  // Traditional characters are read when nothing is called so.
  if (look && !shown.length) loadTraditional().then(() => fold(field.value) !== look && redrawPanel(), fail);
  rest.textContent = isWhole ? say("fewer") : say("all", { count: nodes.length });
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
      allIn(box, "li").forEach((item) => {
        const flag = item.querySelector("input").name;
        markTerm(item, counts[flag][0], selection[flag]);
      });
    } else if (details.open) {
      drawFacet(box, facets[name], counts[name], selection[name]);
    }
  });
  return total;
}
