// The page: the industry is in the address, the numbers are on the device only.

function benchmark(root) {
  const find = (selector) => root.querySelector(selector);
  const values = new Map(); // key → {name, unit, typed}
  const select = find("#industry");
  const yearField = find("#own-year");
  const result = find("[data-result]");
  let scope = Object.create(null);
  let drawOthers = () => {};
  let shown; // the industry that is shown
  let turn = 0; // which scope is the newest: an older one may still be on its way
  let waiting;

  const tell = (key, about) => { find("[data-notice]").textContent = key ? say(key, about) : ""; };
  // In the order of the form, then in that in which they were filled.
  const filled = () => {
    const first = index.form.map((one) => one.key).filter((key) => values.has(key));
    const rest = Array.from(values.keys()).filter((key) => first.indexOf(key) < 0);
    return first.concat(rest).map((key) => Object.assign({ key }, values.get(key)));
  };
  const ownYear = () => {
    const year = fold(yearField.value).replace(/\u5e74$/, "");
    return /^(19|20)\d\d$/.test(year) ? year : "";
  };

  // The address is foreign: only an industry of the index is taken from it.
  function chosenIndustry() {
    const asked = new URLSearchParams(location.search.slice(0, 300)).get("industry") || "";
    const isKnown = (asked === ALL && isLarge()) || index.industries.some((one) => one.slug === asked);
    return { asked, slug: isKnown ? asked : "" };
  }

  function paint() {
    const names = { without: [], faulty: [] };
    const all = [];
    filled().forEach((one) => {
      const value = readNumber(one.typed, one.unit);
      if (value.error) names.faulty.push(one.name);
      else if (!scope[one.key]) names.without.push(one.name);
      else all.push(placed(scope[one.key], value, one.unit));
    });
    all.forEach((one) => {
      const name = one.entry.key.replace(/\|.*$/, "|");
      one.others = Object.keys(scope).filter((key) => key !== one.entry.key && key.indexOf(name) === 0).map((key) => scope[key]);
    });
    drawResult(result, all, names, ownYear());
    if (!shown && isLarge()) result.textContent = say("choose_first");
    find("[data-progress]").textContent = say("progress", { filled: values.size, compared: all.length });
    find("[data-scope]").textContent = select.selectedIndex < 0 ? "" : select.options[select.selectedIndex].text;
    find("#result").classList.toggle("needs-js", !all.length); // printed only when it says something
  }

  function save(key, about) {
    tell(remembered(written(yearField.value, filled().map(({ name, unit, typed }) => ({ name, unit, typed })))) ? key || "kept" : "unkept", about);
  }

  function put(key, entry) {
    if (entry.typed.trim()) values.set(key, entry);
    else values.delete(key);
    save();
    clearTimeout(waiting);
    waiting = setTimeout(paint, 150);
  }

  const state = { typed: (key) => values.get(key), filled, put };

  function redraw() {
    drawOthers = drawForm(root, scope, state);
    drawOthers();
    paint();
  }

  // Promises that the industry of the address is shown.
  function open() {
    const mine = turn += 1;
    const { asked, slug } = chosenIndustry();
    select.value = slug;
    const slow = setTimeout(() => tell("loading"), 300);
    find("[data-retry]").hidden = true;
    return fetchScope(slug).then((found) => {
      if (mine !== turn) return;
      scope = found;
      shown = slug;
      redraw();
      tell(asked === slug ? "" : isLarge() ? "choose_first" : "unknown_industry");
    }).catch(() => { if (mine === turn) fail(); }).then(() => clearTimeout(slow));
  }

  function fail() {
    find("[data-notice]").textContent = root.getAttribute("data-failed");
    find("[data-retry]").hidden = false;
  }

  function takeAll(found) {
    found.values.forEach((one) => {
      if (values.size < MOST_VALUES) values.set(keyOf(one.name, one.unit), one);
    });
    if (found.year) yearField.value = found.year;
  }

  function recall() {
    const text = recalled();
    const found = text ? understood(text) : null;
    values.clear();
    yearField.value = "";
    if (found) takeAll(found);
    return text === null ? "unkept" : text && !found ? "damaged" : "";
  }

  function take(bytes) {
    const text = decoded(bytes).replace(/^\ufeff/, "");
    const table = /^\s*[{[]/.test(text) ? null : ofCsv(text);
    const found = table || understood(text);
    if (!found) { tell("foreign"); return; }
    takeAll(found);
    redraw();
    save(found.bad ? "imported_bad" : "imported", { count: found.values.length, bad: found.bad });
  }

  function load(event) {
    const field = event.target;
    const file = field.files[0];
    if (!file) return;
    if (file.size > MOST_TEXT * 3) { tell("foreign"); } else {
      const reader = new FileReader();
      reader.onload = () => take(new Uint8Array(reader.result));
      reader.onerror = () => tell("foreign");
      reader.readAsArrayBuffer(file);
    }
    field.value = ""; // so that the same file can be taken again
  }

  // The template has what the form prints, what cases of the industry state, and what is filled.
  function template() {
    const known = index.form.concat(Object.keys(scope).map((key) => scope[key]), filled());
    const listed = known.filter((one, place) => known.findIndex((other) => other.key === one.key) === place);
    return csvOf([[say("column_indicator"), say("column_unit"), say("column_value")]].concat(listed.slice(0, MOST_VALUES).map((one) => {
      const own = values.get(one.key) || { name: one.name, unit: one.unit, typed: "" };
      return [own.name, own.unit, own.typed];
    })));
  }

  const actions = {
    export: () => download(`${say("file")}.json`, "application/json", `${JSON.stringify(written(yearField.value, filled().map(({ name, unit, typed }) => ({ name, unit, typed }))), null, 2)}\n`),
    template: () => download(`${say("template")}.csv`, "text/csv", template()),
    import: () => find("[type=file]").click(),
    clear: () => {
      if (!window.confirm(say("sure"))) return;
      forgotten();
      values.clear();
      yearField.value = "";
      redraw();
      tell("cleared");
    },
  };

  function begin() {
    find("[data-retry]").hidden = true;
    fetchJson(root.getAttribute("data-index")).then((read) => {
      takeIndex(read);
      const told = recall();
      drawIndustries(select, chosenIndustry().slug);
      root.removeAttribute("data-waiting");
      return open().then(() => {
        if (told) tell(told);
        if (history.state && history.state.y) scrollTo(0, history.state.y);
      });
    }).catch(fail);
  }

  select.addEventListener("change", () => {
    history.pushState(null, "", location.pathname + (select.value ? `?industry=${encodeURIComponent(select.value)}` : ""));
    open();
  });
  addEventListener("popstate", () => { if (index && chosenIndustry().slug !== shown) open(); });
  addEventListener("pagehide", () => history.replaceState({ y: pageYOffset }, ""));
  addEventListener("storage", (event) => {
    if (!index || (event.key !== KEY && event.key !== null)) return;
    recall();
    redraw();
  });
  yearField.addEventListener("input", () => {
    const isWrong = yearField.value.trim() && !ownYear();
    save();
    if (isWrong) tell("bad_year", { year: new Date().getFullYear() - 1 });
    yearField.setAttribute("aria-invalid", String(!!isWrong));
    paint();
  });
  find("#indicator-field").addEventListener("input", () => drawOthers());
  find("[type=file]").addEventListener("change", load);
  find("[data-retry]").addEventListener("click", () => (index ? open() : begin()));
  Object.keys(actions).forEach((name) => find(`[data-do=${name}]`).addEventListener("click", actions[name]));
  begin();
}

Array.from(document.querySelectorAll(".benchmarking")).forEach(benchmark);
