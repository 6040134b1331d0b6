// Suggestions while a reader types into a search field of the site: a combobox of ARIA 1.2.
// theme/scripts/50-search.js says with data-composing that an input method is at work.

const MOST_OFFERS = 8;
const FEW_OFFERS = 2; // of a group, when others have more

// Owners of a group's names that hold a folded text, at most eight: [[owner, the name's number]], those first that
// have a name that begins with it; of titles the newest first. With `sounds` those whose syllables it stands for.
function ownersWith(group, text, sounds) {
  const hits = [];
  const seen = new Set();
  eachHolder(group, text, sounds, (...hit) => hits.push(hit));
  if (group.key === "title") hits.reverse();
  return hits.filter((hit) => hit[2]).concat(hits)
    .filter(([owner]) => !seen.has(owner) && seen.add(owner)).slice(0, MOST_OFFERS);
}

// At most eight: [{key, label, also, uri}]; `also` is the other name that was typed.
function offersOf(columns, text, sounds) {
  let spare = MOST_OFFERS;
  const lists = ["method", "enterprise", "title", "recommender"].map((key) => {
    const group = groupsOf(columns).find((one) => one.key === key);
    const found = group && text ? ownersWith(group, text, sounds) : [];
    spare -= Math.min(found.length, FEW_OFFERS);
    return found.map(([owner, number]) => {
      const [label] = group.lists[owner];
      const also = group.names[number];
      return { key, label, also: !also || also === label ? "" : also, uri: key === "title" ? columns.uri(owner)
        : key === "enterprise" ? `search/?q=${encodeURIComponent(label)}` : `${key}s/${columns.facets[key].nodes[owner].value}/` };
    });
  });
  return [].concat(...lists.map((list) => {
    const shown = list.slice(0, FEW_OFFERS + spare);
    spare -= Math.max(0, shown.length - FEW_OFFERS);
    return shown;
  }));
}

// Promises what to offer. What is not loaded yet is asked for only when nothing is found.
function findOffers(columns, value) {
  const look = (sounds) => offersOf(columns, fold(value), sounds);
  const found = look();
  if (found.length) return found;
  return LETTERS.test(fold(value)) ? getJson("pinyin").then(look) : loadTraditional().then(look);
}

function suggestFor(field) {
  const list = make(field.parentNode, "ul", "offers");
  const options = list.children;
  const tell = (name, value) => field.setAttribute(name, value);
  let turn = 0;
  let late = 0;
  let at = -1;

  const pick = (next) => {
    at = next;
    Array.from(options, (option, number) => option.setAttribute("aria-selected", number === at));
    tell("aria-activedescendant", at < 0 ? "" : options[at].id);
    if (at >= 0) options[at].scrollIntoView({ block: "nearest" });
  };
  // A newer call makes older questions void.
  const show = (found) => {
    turn++;
    clearTimeout(late);
    list.textContent = "";
    found.forEach(({ key, label, also, uri }, number) => {
      const option = make(list, "li", "", label);
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.addEventListener("click", () => { location.href = rootAddress + uri; });
      make(option, "small", "", `${also} ${say(`suggest_${key}`)}`);
      list.setAttribute("aria-label", say("suggest_list"));
    });
    list.hidden = !found.length;
    tell("aria-expanded", !list.hidden);
    pick(-1);
  };
  const close = () => show([]);
  const look = () => {
    const now = turn;
    openData().then((columns) => findOffers(columns, field.value)).then((found) => { if (now === turn) show(found); }).catch((error) => {
      close();
      forgive(error);
    });
  };
  const wait = () => {
    turn++;
    clearTimeout(late);
    if (!field.hasAttribute("data-composing")) late = setTimeout(field.value.trim() ? look : close, 150);
  };
  const press = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing || event.keyCode === 229) return;
    if (by) pick((at + by + options.length + 2) % (options.length + 1) - 1);
    else if (event.key === "Enter" && at >= 0) options[at].click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  list.id = `offers-${allIn(document, ".offers").length}`;
  list.setAttribute("role", "listbox");
  tell("role", "combobox");
  tell("aria-autocomplete", "list");
  tell("aria-controls", list.id);
  close();
  const on = (act, ...types) => types.forEach((type) => field.addEventListener(type, act));
  on(wait, "input", "compositionend");
  on(close, "compositionstart", "blur");
  on(press, "keydown");
  field.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
}

function startSuggesting() {
  const start = (event) => {
    if (event.target.matches("[role=search] [name=q]:not([role])")) suggestFor(event.target);
  };
  const field = document.activeElement;
  document.addEventListener("focusin", start);
  start({ target: field });
  if (field.matches("[role=combobox]")) field.dispatchEvent(new Event("input")); // typed while the script was on its way
}
