// The result in words: table, strong and weak sides, next steps, cases and methods to learn from.

const STEPS = 2; // next steps named for a weak side
const SOUND = 3; // the lowest level whose sentence is something to aim at

function made(name, text, parent) {
  const element = document.createElement(name);
  element.textContent = text;
  if (parent) parent.appendChild(element);
  return element;
}

function linked(label, uri, parent) {
  const link = made("a", label, parent);
  link.href = document.body.getAttribute("data-root") + uri;
  return link;
}

function emptied(element) {
  element.textContent = "";
  return element;
}

function table(body, held, say) {
  emptied(body);
  held.forEach((one) => {
    const row = body.appendChild(document.createElement("tr"));
    made("th", one.label, row).scope = "row";
    made("td", one.given.length ? shown(one.score) : say("none"), row);
    made("td", say("of", { done: one.given.length, all: one.all }), row);
  });
}

function steps(side, answers, names, say, place) {
  const open = side.given.filter((question) => answers.levels[question.name] < 5)
    .sort((a, b) => answers.levels[a.name] - answers.levels[b.name]).slice(0, STEPS);
  if (!open.length) { made("p", say("top"), place); return; }
  const list = place.appendChild(document.createElement("ul"));
  open.forEach((question) => {
    const now = answers.levels[question.name];
    const next = Math.max(now + 1, SOUND);
    made("li", say("step", {
      asks: question.asks, now, next, name: names[next - 1], sentence: question.levels[next - 1],
    }), list);
  });
}

function recommended(side, area, say, place) {
  made("h4", side.label, place);
  made("p", say("reason", { label: side.label, score: shown(side.score) }), place);
  if (area.cases.length) {
    const list = place.appendChild(document.createElement("ul"));
    area.cases.forEach((one) => {
      const item = made("li", "", list);
      linked(one.title, one.uri, item);
      made("span", ` ${one.enterprise} `, item).className = "quiet";
      if (one.mark) made("span", one.mark, item).className = "mark";
    });
  } else { made("p", say("no_cases"), place); }
  if (!area.methods.length) return;
  const line = made("p", say("methods"), place);
  area.methods.forEach((one, number) => {
    if (number) line.appendChild(document.createTextNode(say("comma")));
    linked(say("used", { label: one.label, count: one.count }), one.uri, line);
  });
}
