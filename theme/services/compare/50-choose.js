// The chooser: what is chosen, and a field that finds what may be added.

const MOST = 4;
const MOST_HITS = 8;

// Entries that hold every typed word in name, enterprise or id, which begins with the year; an id that is
// meant comes first.
function hitsOf(entries, query) {
  const words = query.split(/\s+/).map(fold).filter(Boolean);
  const found = entries.filter((entry) => {
    entry.folded = entry.folded || [entry.id, entry.title, entry.enterprise].map(fold);
    return words.every((word) => entry.folded.some((name) => name.indexOf(word) >= 0));
  });
  return found.filter((entry) => entry.folded[0] === words[0]).concat(found.filter((entry) => entry.folded[0] !== words[0]));
}

// `choices` gives the entries, which of them are chosen, and changes that: {entries(), chosen(), put(chosen)}.
function startChooser(choices) {
  const field = one("#case-field");
  const list = one(".hits");
  const said = one(".heard");
  const chosenList = one(".picked");

  const close = () => {
    list.hidden = true;
    list.textContent = "";
  };
  const add = (entry) => {
    const chosen = choices.chosen().concat([entry]);
    field.value = "";
    close();
    choices.put(chosen);
    said.textContent = say("added", { name: nameOf(entry), count: chosen.length });
    field.focus();
  };
  const remove = (entry, number) => {
    const chosen = choices.chosen().filter((other) => other !== entry);
    close();
    choices.put(chosen);
    said.textContent = say("removed", { name: nameOf(entry), count: chosen.length });
    (all(chosenList, "button")[Math.min(number, chosen.length - 1)] || field).focus();
  };
  const drawEntry = (place, entry) => {
    make(place, "b", "", entry.title);
    const line = make(place, "span", "quiet");
    putName(line, entry);
    make(line, "span", "", say("beside") + entry.id);
  };
  const search = () => {
    const chosen = choices.chosen();
    close();
    if (chosen.length >= MOST) {
      said.textContent = say("full");
      return;
    }
    const query = field.value.trim();
    const hits = hitsOf(choices.entries(), query).filter((entry) => chosen.indexOf(entry) < 0);
    const shown = hits.slice(0, MOST_HITS);
    shown.forEach((entry) => drawEntry(makeButton(make(list, "li"), "", () => add(entry)), entry));
    list.hidden = !shown.length;
    said.textContent = shown.length ? say(hits.length > shown.length ? "foundMore" : "found", { count: hits.length, shown: shown.length })
      : say("foundNone", { query });
  };
  const walk = (event) => {
    const stops = [field].concat(all(list, "button"));
    const at = stops.indexOf(event.target);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.keyCode === 229 || at < 0) return;
    if (event.key === "Escape") {
      close();
      said.textContent = "";
      field.focus();
    } else if (event.key === "Enter" && !at) {
      if (list.hidden) search();
      else if (stops.length === 2) stops[1].click();
      else stops[1].focus();
    } else if (by) {
      if (list.hidden) search();
      const next = [field].concat(all(list, "button"))[at + by];
      if (next) next.focus();
    } else return;
    event.preventDefault();
  };

  field.addEventListener("input", search);
  field.addEventListener("click", () => { if (list.hidden) search(); });
  one(".choose").addEventListener("keydown", walk);
  document.addEventListener("click", (event) => { if (!event.target.closest(".choose, .picked")) close(); });

  return function drawChosen(chosen) {
    chosenList.textContent = "";
    chosenList.hidden = !chosen.length;
    chosen.forEach((entry, number) => {
      const line = make(chosenList, "li");
      drawEntry(make(line, "span"), entry);
      const name = say("remove", { name: nameOf(entry) });
      makeButton(line, "\u00d7", () => remove(entry, number)).setAttribute("aria-label", name);
    });
  };
}
