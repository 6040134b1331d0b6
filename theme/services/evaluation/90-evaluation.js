// The page: reads the questionnaire from its fieldsets, keeps the answers, shows the result.
// Uses ../saving.js

function formOf(root) {
  const dimensions = Array.from(root.querySelectorAll("[data-dimension]")).map((section) => ({
    section,
    slug: section.getAttribute("data-dimension"),
    isArea: section.hasAttribute("data-area"),
    label: section.querySelector("h2").firstChild.data.trim(),
    questions: Array.from(section.querySelectorAll(".question")).map((set) => {
      const inputs = Array.from(set.querySelectorAll("input"));
      return {
        name: inputs[0].name,
        inputs,
        asks: set.querySelector("legend").textContent.replace(/^\d+\. /, ""),
        levels: inputs.map((input) => input.parentNode.querySelector(".says").textContent),
      };
    }),
  }));
  return {
    dimensions,
    version: Number(root.getAttribute("data-version")),
    questions: dimensions.reduce((all, one) => all.concat(one.questions), []),
    areas: dimensions.filter((one) => one.isArea).map((one) => one.slug),
    names: Array.from(root.querySelector(".question").querySelectorAll("b"))
      .map((name) => name.textContent.replace(/^\d+ /, "")),
  };
}

function evaluate(root) {
  const form = formOf(root);
  const find = (selector) => root.querySelector(selector);
  const choices = Array.from(root.querySelectorAll(".areas input"));
  const everything = () => ({ areas: form.areas.slice(), levels: {} });
  let answers = everything();
  let advice; // the promise of the recommendations
  let turn = 0; // which result is the newest: an older one may still wait for its recommendations

  function say(key, values = {}) {
    return root.getAttribute(`data-said-${key}`)
      .replace(/\{(\w+)\}/g, (whole, name) => String(values[name]));
  }

  function tell(key, values) {
    find("[data-notice]").textContent = key ? say(key, values) : "";
  }

  function fetched() {
    advice = advice || fetch(root.getAttribute("data-address")).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    advice.catch(() => { advice = undefined; }); // asked for again with the next answer
    return advice;
  }

  function advise(weak) {
    const place = emptied(find("[data-advice]"));
    const heading = place.previousElementSibling;
    const mine = turn += 1;
    const areas = weak.filter((one) => one.isArea);
    heading.hidden = !areas.length;
    if (!areas.length) return;
    fetched().then((data) => {
      if (mine !== turn) return;
      areas.forEach((one) => recommended(one, own(data.areas, one.slug) || { cases: [], methods: [] }, say, place));
    }).catch(() => { if (mine === turn) emptied(place).textContent = say("failed"); });
  }

  function judge(held) {
    const { strong, weak, isEven } = sides(held);
    const [good, bad] = [emptied(find("[data-strong]")), emptied(find("[data-weak]"))];
    bad.previousElementSibling.hidden = !weak.length;
    if (!strong.length) made("p", say(isEven ? "even" : "single"), good);
    strong.forEach((one) => made("p", say("strength", { label: one.label, score: shown(one.score) }), good));
    weak.forEach((one) => {
      made("p", say("weakness", { label: one.label, score: shown(one.score) }), bad);
      steps(one, answers, form.names, say, bad);
    });
    advise(weak);
  }

  function draw(held) {
    const place = emptied(find(".radar"));
    if (held.length < 3) { made("p", say("few"), place); return; }
    const scores = held.map((one) => say("pair", { label: one.label, score: shown(one.score) }));
    place.appendChild(radar(held, say("radar", { scores: scores.join(say("comma")) })));
  }

  function paint() {
    const all = scored(answers, form);
    const held = all.filter((one) => one.given.length);
    const count = (key) => all.reduce((sum, one) => sum + (key === "all" ? one.all : one.given.length), 0);
    form.dimensions.forEach((one) => {
      const asked = all.filter((other) => other.slug === one.slug)[0];
      one.section.hidden = !asked;
      if (asked) one.section.querySelector("[data-of]").textContent = say("of", { done: asked.given.length, all: asked.all });
    });
    find("[data-progress]").textContent = say("progress", { all: count("all"), done: count("given") });
    find("[data-none]").textContent = held.length ? "" : say("empty");
    find("[data-some]").hidden = !held.length;
    find(".result").classList.toggle("needs-js", !held.length); // printed only when it says something
    table(find("tbody"), all, say);
    draw(held);
    judge(held);
  }

  // Puts the answers into the fields, which the browser may have filled in its own way.
  function fill() {
    form.questions.forEach((question) => question.inputs.forEach((input, place) => {
      input.checked = answers.levels[question.name] === place + 1;
    }));
    choices.forEach((box) => { box.checked = answers.areas.indexOf(box.value) >= 0; });
    paint();
  }

  function recall() {
    const text = recalled();
    const found = text ? understood(text, form) : everything();
    answers = typeof found === "string" ? everything() : found;
    fill();
    tell(text === null ? "unkept" : found === "version" ? "old" : found === "damaged" ? "damaged" : "");
  }

  function save(key, values) {
    if (!remembered(answers, form)) tell("unkept"); else tell(key || "kept", values);
  }

  function changed(event) {
    const field = event.target;
    if (field.type === "radio") answers.levels[field.name] = Number(field.value);
    else if (field.type === "checkbox") answers.areas = choices.filter((box) => box.checked).map((box) => box.value);
    else return;
    paint();
    save();
  }

  function take(text) {
    const found = understood(text, form);
    if (typeof found === "string") { tell(found === "version" ? "version" : "foreign"); return; }
    answers = found;
    fill();
    save("imported", { count: Object.keys(answers.levels).length });
  }

  function load(event) {
    const field = event.target;
    const file = field.files[0];
    if (!file) return;
    if (file.size > MOST * 3) { tell("foreign"); } else {
      const reader = new FileReader();
      reader.onload = () => take(String(reader.result).replace(/^\ufeff/, ""));
      reader.onerror = () => tell("foreign");
      reader.readAsText(file);
    }
    field.value = ""; // so that the same file can be taken again
  }

  function download() {
    const content = written(answers, form);
    content.scores = scored(answers, form).map((one) => ({
      label: one.label, score: one.given.length ? Number(shown(one.score)) : null, answered: one.given.length,
    }));
    const text = `${JSON.stringify(content, null, 2)}\n`;
    handOver(new Blob([text], { type: "application/json" }), `${say("file")}.json`);
  }

  function clear() {
    if (!window.confirm(say("sure"))) return;
    forgotten();
    answers = everything();
    fill();
    tell("cleared");
  }

  root.addEventListener("change", changed);
  find("[type=file]").addEventListener("change", load);
  find("[data-do=export]").addEventListener("click", download);
  find("[data-do=import]").addEventListener("click", () => find("[type=file]").click());
  find("[data-do=word]").addEventListener("click", () => exportWord({ root, form, answers, say, find, tell, fetched }));
  find("[data-do=clear]").addEventListener("click", clear);
  window.addEventListener("pageshow", fill);
  window.addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) recall(); });
  recall();
}

Array.from(document.querySelectorAll(".evaluation")).forEach(evaluate);
