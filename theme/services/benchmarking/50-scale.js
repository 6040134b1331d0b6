// The scale: one's own number, those of the cases, the industry's average and best on one line.

const SVG = "http://www.w3.org/2000/svg";
const [LEFT, RIGHT, AXIS] = [14, 346, 42];

function drawn(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
  if (parent) parent.appendChild(element);
  return element;
}

function labelled(picture, x, y, text, kind) {
  const anchor = x < 70 ? "start" : x > 290 ? "end" : "middle";
  drawn("text", { x: anchor === "start" ? Math.max(2, x - 12) : anchor === "end" ? Math.min(358, x + 12) : x, y, "text-anchor": anchor, class: kind }, picture).textContent = text;
}

function scaleWords(one) {
  const values = one.rows.map((row) => tidy(row.base / one.own.size));
  const range = { count: values.length, least: show(Math.min(...values)), most: show(Math.max(...values)) };
  const level = (key, found) => (found ? [say(key, { value: found.least === found.most ? show(found.least) : say("span", { first: show(found.least), last: show(found.most) }) })] : []);
  return say("scale", {
    name: one.entry.name,
    unit: one.own.unit,
    points: [say("scale_own", { value: show(one.own.value) }), say(values.length > 1 ? "scale_cases" : "scale_case", range)]
      .concat(level("scale_average", one.average), level("scale_best", one.best)).join(say("comma")),
  });
}

function drawLevel(picture, found, at, kind, y, label) {
  if (!found) return;
  const ends = [at(found.least), at(found.most)];
  ends.filter((x, place) => !place || x !== ends[0])
    .forEach((x) => drawn("line", { class: kind, x1: x, x2: x, y1: AXIS - 12, y2: y - 11 }, picture));
  labelled(picture, Math.round((ends[0] + ends[1]) / 2), y, label, "dim");
}

function drawScale(one) {
  const values = one.rows.map((row) => tidy(row.base / one.own.size));
  const all = values.concat([one.own.value], ...[one.average, one.best].map((level) => (level ? level.values : [])));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (value) => (most > least ? Math.round(LEFT + (value - least) / (most - least) * (RIGHT - LEFT)) : (LEFT + RIGHT) / 2);
  const picture = drawn("svg", { class: "chart scale", viewBox: `0 0 360 ${one.best ? 98 : one.average ? 84 : 68}`, role: "img", "aria-label": scaleWords(one), focusable: "false" });
  drawn("line", { class: "zero", x1: LEFT, x2: RIGHT, y1: AXIS, y2: AXIS }, picture);
  if (one.direction) {
    const [tip, back] = one.direction > 0 ? [RIGHT + 12, RIGHT + 5] : [LEFT - 12, LEFT - 5];
    drawn("polygon", { class: "toward", points: `${tip},${AXIS} ${back},${AXIS - 4} ${back},${AXIS + 4}` }, picture);
  }
  drawLevel(picture, one.average, at, "level", 78, say("scale_average", { value: "" }).trim());
  drawLevel(picture, one.best, at, "level best", 94, say("scale_best", { value: "" }).trim());
  values.map(at).filter((x, place, known) => known.indexOf(x) === place)
    .forEach((x) => drawn("circle", { class: "pole", cx: x, cy: AXIS, r: 4.5 }, picture));
  const x = at(one.own.value);
  drawn("polygon", { class: "solid", points: `${x},${AXIS - 5} ${x - 6},${AXIS - 17} ${x + 6},${AXIS - 17}` }, picture);
  labelled(picture, x, 16, say("scale_own", { value: show(one.own.value) }), "number");
  if (most > least) {
    drawn("text", { x: 2, y: 62, class: "dim" }, picture).textContent = show(least);
    drawn("text", { x: 358, y: 62, "text-anchor": "end", class: "dim" }, picture).textContent = show(most);
  }
  return picture;
}
