// The radar: an axis for each dimension, rings for the five levels. The table says the same.

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH, RADIUS, LONGEST] = [560, 400, 130, 7];

function drawn(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
  if (parent) parent.appendChild(element);
  return element;
}

function radar(held, label) {
  const picture = drawn("svg", {
    class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": label, focusable: "false",
  });
  const turn = (place) => Math.PI * 2 * place / held.length - Math.PI / 2;
  const at = (place, length) => [
    WIDE / 2 + Math.cos(turn(place)) * length, HIGH / 2 + Math.sin(turn(place)) * length,
  ].map((number) => Math.round(number * 10) / 10);
  const ring = (lengthOf, kind) => drawn("polygon", {
    class: kind, points: held.map((one, place) => at(place, lengthOf(one)).join()).join(" "),
  }, picture);
  [1, 2, 3, 4, 5].forEach((level) => ring(() => RADIUS * level / 5, "ring"));
  held.forEach((one, place) => {
    const [x, y] = at(place, RADIUS);
    drawn("line", { class: "ring", x1: WIDE / 2, y1: HIGH / 2, x2: x, y2: y }, picture);
  });
  ring((one) => RADIUS * one.score / 5, "area");
  held.forEach((one, place) => {
    const [x, y] = at(place, RADIUS + 14);
    const side = Math.cos(turn(place));
    const anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
    const [dotX, dotY] = at(place, RADIUS * one.score / 5);
    drawn("circle", { class: "dot", cx: dotX, cy: dotY, r: 4 }, picture);
    const lift = Math.sin(turn(place)) < -0.2 ? -24 : Math.sin(turn(place)) > 0.2 ? 14 : -2;
    const short = one.label.length > LONGEST ? `${one.label.slice(0, LONGEST - 1)}…` : one.label;
    drawn("text", { x, y: y + lift, "text-anchor": anchor }, picture).textContent = short;
    drawn("text", { x, y: y + lift + 23, "text-anchor": anchor, class: "number" }, picture).textContent = shown(one.score);
  });
  return picture;
}
