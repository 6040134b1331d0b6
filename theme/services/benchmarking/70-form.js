// The form: a line for each indicator of the form and of the chosen industry's cases.

const MOST_OTHERS = 12;
const MOST_FOUND = 40;
let lines = 0; // so that every field has a name of its own

function casesWords(entry) {
  if (!entry) return say("no_case");
  const demo = entry.rows.filter((row) => row.isDemo).length;
  const real = entry.rows.length - demo;
  return [real ? say("count", { count: real }) : "", demo ? say("count_demo", { count: demo }) : ""].filter(Boolean).join(say("comma"));
}

// Says below a field how its number was read, or what is wrong with it.
function drawReading(line, value) {
  const { input, said } = line;
  said.textContent = value.error ? say(value.error, value) : value.isRead ? say("read_as", { value: show(value.value), unit: value.unit }) : "";
  said.classList.toggle("wrong", !!value.error);
  if (value.error) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

// one: {key, name, unit}; state.typed(key) gives what is typed, state.put(key, entry) takes it.
function drawLine(place, one, entry, state) {
  const kept = state.typed(one.key) || { name: one.name, unit: one.unit, typed: "" };
  const units = convertible(one.unit);
  const id = `own-${lines += 1}`;
  const row = make(place, "div", "measured");
  const label = make(row, "label", "", one.name);
  label.htmlFor = id;
  const input = make(row, "input");
  input.id = id;
  input.autocomplete = "off";
  input.setAttribute("inputmode", "text");
  input.maxLength = 40;
  input.value = kept.typed;
  input.setAttribute("aria-describedby", `${id}-said ${id}-held`);
  let unit = units.find((name) => fold(name) === fold(kept.unit)) || one.unit;
  let choice = null;
  if (units.length > 1) {
    choice = make(row, "select");
    choice.autocomplete = "off";
    choice.setAttribute("aria-label", say("unit_of", one));
    units.forEach((name) => {
      const option = make(choice, "option", "", name);
      option.value = name;
      option.selected = name === unit;
    });
  } else make(row, "span", "unit", one.unit);
  make(row, "span", "quiet", casesWords(entry)).id = `${id}-held`;
  const said = make(row, "span", "reading");
  said.id = `${id}-said`;
  const line = { input, said };
  const read = () => {
    unit = choice ? choice.value : unit;
    drawReading(line, readNumber(input.value, unit));
    state.put(one.key, { name: one.name, unit, typed: input.value });
  };
  drawReading(line, readNumber(input.value, unit));
  input.addEventListener("input", read);
  if (choice) choice.addEventListener("change", read);
}

// Draws the lines of the form's indicators, and those of others: of most cases, all that are filled.
function drawForm(root, scope, state) {
  const find = (selector) => root.querySelector(selector);
  const formKeys = index.form.map((one) => one.key);
  ["economic", "management"].forEach((group) => {
    const place = find(`[data-group=${group}]`);
    place.textContent = "";
    index.form.filter((one) => one.group === group).forEach((one) => drawLine(place, one, scope[one.key], state));
  });
  const others = Object.keys(scope).filter((key) => formKeys.indexOf(key) < 0).map((key) => scope[key])
    .sort((a, b) => b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1));
  const lost = state.filled().filter((one) => !scope[one.key] && formKeys.indexOf(one.key) < 0);
  return function drawOthers() {
    const query = fold(find("#indicator-field").value);
    const fitting = others.filter((one) => (query ? one.key.indexOf(query) >= 0 || fold(one.name).indexOf(query) >= 0 : true));
    const first = fitting.slice(0, query ? MOST_FOUND : MOST_OTHERS);
    const shown = query ? first : first.concat(others.filter((one) => first.indexOf(one) < 0 && state.typed(one.key)), lost);
    const place = find("[data-group=other]");
    place.textContent = "";
    shown.forEach((one) => drawLine(place, one, scope[one.key], state));
    const key = query ? (fitting.length ? "shown_found" : "shown_none") : !others.length ? "shown_empty" : others.length > first.length ? "shown" : "shown_all";
    find("[data-shown]").textContent = say(key, { all: fitting.length, shown: first.length });
  };
}

function drawIndustries(select, chosen) {
  const add = (place, slug, label) => {
    const option = make(place, "option", "", label);
    option.value = slug;
    option.selected = slug === chosen;
  };
  const withCount = (one, label) => say("industry_option", {
    label,
    count: [one.real ? say("count", { count: one.real }) : "", one.demonstration ? say("count_demo", { count: one.demonstration }) : ""].filter(Boolean).join(say("comma")),
  });
  select.textContent = "";
  add(select, "", say(isLarge() ? "choose_industry" : "all_industries"));
  if (isLarge()) add(select, ALL, say("all_industries"));
  const sections = index.industries.filter((one) => !one.section);
  sections.forEach((section) => {
    const group = make(select, "optgroup");
    group.label = section.label;
    const below = index.industries.filter((one) => one.section === section.slug);
    add(group, section.slug, withCount(section, below.length ? say("whole_section", section) : section.label));
    below.forEach((one) => add(group, one.slug, withCount(one, one.label)));
  });
}
