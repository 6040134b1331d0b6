// The report as a Word file: what the page says of the result, and every answer with its sentence.

function headed(level, text, list) {
  return list.length ? [{ style: `Heading${level}`, text }].concat(list) : [];
}

function said(text) {
  return { style: "BodyText", text };
}

function sidesOf(page, result) {
  const { find, say } = page;
  const name = (selector) => find(selector).previousElementSibling.textContent;
  const strong = result.strong.map((one) => said(say("strength", { label: one.label, score: shown(one.score) })));
  const none = said(say(result.isEven ? "even" : "single"));
  const weak = result.weak.map((one) => {
    const place = document.createElement("div"); // never shown: the page's own words are taken from it
    steps(one, page.answers, page.form.names, say, place);
    const items = Array.from(place.querySelectorAll("p, li"))
      .map((item, number) => ({ style: "Item", text: `${number + 1}. ${item.textContent}` }));
    return [said(say("weakness", { label: one.label, score: shown(one.score) }))].concat(items);
  });
  return headed(1, name("[data-strong]"), strong.length ? strong : [none])
    .concat(headed(1, name("[data-weak]"), Array.prototype.concat.apply([], weak)));
}

function addressOf(uri) {
  return new URL(document.body.getAttribute("data-root") + uri, location.href).href;
}

function learned(page, side, area) {
  const { say } = page;
  const list = [said(say("reason", { label: side.label, score: shown(side.score) }))];
  if (area.cases.length) {
    list.push({ head: true, widths: [5, 4, 5], rows: [["word_case", "word_enterprise", "word_address"].map((key) => say(key))]
      .concat(area.cases.map((one) => [one.mark ? say("word_marked", one) : one.title, one.enterprise, addressOf(one.uri)])) });
  } else { list.push(said(say("no_cases"))); }
  const methods = area.methods.map((one) => say("used", { label: one.label, count: one.count }));
  return headed(2, side.label, methods.length ? list.concat(said(say("methods") + methods.join(say("comma")))) : list);
}

// `data`: the recommendations, or null where they could not be fetched.
function adviceOf(page, areas, data) {
  const list = data
    ? areas.map((one) => learned(page, one, own(data.areas, one.slug) || { cases: [], methods: [] }))
    : areas.slice(0, 1).map(() => [said(page.say("failed"))]);
  return headed(1, page.find("[data-advice]").previousElementSibling.textContent, Array.prototype.concat.apply([], list));
}

function numbersOf(page, all) {
  const { find, say } = page;
  const head = Array.from(find(".numbers").querySelectorAll("thead th")).map((cell) => cell.textContent);
  const rows = all.map((one) => [
    one.label, one.given.length ? shown(one.score) : say("none"), say("of", { done: one.given.length, all: one.all }),
  ]);
  return headed(1, find(".numbers caption").textContent, [{ head: true, widths: [3, 1, 1], rows: [head].concat(rows) }]);
}

function answersOf(page, held) {
  const { answers, form, say } = page;
  const head = ["word_question", "word_level", "word_sentence"].map((key) => say(key));
  const list = held.map((one) => headed(2, one.label, [{
    head: true, widths: [6, 2, 7], rows: [head].concat(one.given.map((question) => {
      const level = answers.levels[question.name];
      return [question.asks, `${level} ${form.names[level - 1]}`, question.levels[level - 1]];
    })),
  }]));
  return headed(1, say("word_answers"), Array.prototype.concat.apply([], list));
}

function reportOf(page, all, data) {
  const { root, say } = page;
  const held = all.filter((one) => one.given.length);
  const result = sides(held);
  const count = (key) => all.reduce((sum, one) => sum + (key === "all" ? one.all : one.given.length), 0);
  const now = new Date();
  return {
    title: say("word_title"),
    date: say("word_date", { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }),
    result: [
      said(say("word_about", {
        version: page.form.version, all: count("all"), done: count("given"),
        labels: all.map((one) => one.label).join(say("word_comma")),
      })),
    ].concat(
      numbersOf(page, all), sidesOf(page, result), adviceOf(page, result.weak.filter((one) => one.isArea), data),
      answersOf(page, held), { style: "Note", text: root.getAttribute("data-basis") }
    ),
  };
}

// `page`: root, form, answers, say, find, tell, and `fetched` for the promise of the recommendations.
function exportWord(page) {
  const all = scored(page.answers, page.form);
  if (!all.some((one) => one.given.length)) { page.tell("empty"); return; }
  const areas = sides(all.filter((one) => one.given.length)).weak.filter((one) => one.isArea);
  (areas.length ? page.fetched().catch(() => null) : Promise.resolve(null))
    .then((data) => window.BiaoganWord.make(page.root.getAttribute("data-word"), reportOf(page, all, data)))
    .then((blob) => page.tell(window.BiaoganWord.save(blob, page.say("word_file")) ? "word_made" : "word_unnamed"))
    .catch(() => page.tell("word_failed"));
}
