// Suggestions while a reader types into a search field of the site: a combobox of ARIA 1.2.
// theme/scripts/50-search.js says with data-composing that an input method is at work.

const OFFERED = ["method", "enterprise", "title", "recommender"];
const MOST_OFFERS = 8;
const FEW_OFFERS = 2; // of a group, when others have more
const PAUSE_MILLISECONDS = 150;

// Owners of a group's names that hold a folded text, at most eight: [[owner, the name's number]], those first that
// have a name that begins with it; of titles the newest first. With `sounds` those whose syllables it stands for.
function ownersWith(group, text, sounds) {
  const { key, starts, owners } = group;
  const found = [new Map(), new Map()];
  if (sounds) {
    (sounds[key] || []).forEach((syllables, owner) => {
      if (soundsLike(text, syllables)) found[0].set(owner, -1);
    });
  } else {
    for (let i = 0, at; (at = group.text.indexOf(text, starts[i])) >= 0; i++) {
      while (starts[i + 1] <= at) i++;
      const place = found[+(at > starts[i])];
      if (!place.has(owners[i])) place.set(owners[i], i);
    }
  }
  found[0].forEach((at, owner) => found[1].delete(owner));
  return [].concat(...found.map((place) => (key === "title" ? Array.from(place).reverse() : Array.from(place))))
    .slice(0, MOST_OFFERS);
}

// At most eight: [{key, label, also, uri}]; `also` is the other name that was typed.
function offersOf(columns, text, sounds) {
  let spare = MOST_OFFERS;
  const lists = OFFERED.map((key) => {
    const group = groupsOf(columns).find((one) => one.key === key);
    const list = group && text ? ownersWith(group, text, sounds) : [];
    spare -= Math.min(list.length, FEW_OFFERS);
    return list.map(([owner, at]) => {
      const names = group.lists[owner].filter(Boolean);
      const also = names[at - group.owners.indexOf(owner)];
      const uri = key === "title" ? columns.uri(owner)
        : key === "enterprise" ? `search/?q=${encodeURIComponent(names[0])}` : `${key}s/${columns.facets[key].nodes[owner].value}/`;
      return { key, label: names[0], also: !also || also === names[0] ? "" : also, uri };
    });
  });
  return [].concat(...lists.map((list) => {
    const shown = list.slice(0, FEW_OFFERS + spare);
    spare -= Math.max(0, shown.length - FEW_OFFERS);
    return shown;
  }));
}

// Promises what to offer. What is not loaded yet is asked for only when nothing is found.
function findOffers(data, value) {
  const look = (sounds) => offersOf(data.columns, fold(value), sounds);
  const found = look();
  if (found.length) return found;
  return LETTERS.test(fold(value)) ? data.store.json("pinyin").then(look) : loadTraditional(data.store).then(() => look());
}

function suggestFor(field) {
  const list = make("ul", "offers", "", field.parentNode);
  const options = list.children;
  const tell = (name, value) => field.setAttribute(name, value);
  let turn = 0;
  let late = 0;
  let at = -1;
  let offers = [];

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
    offers = found;
    list.textContent = "";
    offers.forEach((offer, number) => {
      const option = make("li", "", offer.label, list);
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      make("small", "", `${offer.also} ${say(`suggest_${offer.key}`)}`, option);
      list.setAttribute("aria-label", say("suggest_list"));
    });
    list.hidden = !offers.length;
    tell("aria-expanded", !list.hidden);
    pick(-1);
  };
  const close = () => show([]);
  const follow = (number) => { location.href = rootAddress + offers[number].uri; };
  const look = () => {
    const now = turn;
    openData().then((data) => findOffers(data, field.value)).then((found) => {
      if (now === turn && document.activeElement === field) show(found);
    }).catch((error) => {
      close();
      if (!error.reason) throw error; // a fault of ours: the console shall say so
    });
  };
  const wait = () => {
    turn++;
    clearTimeout(late);
    if (!field.hasAttribute("data-composing")) late = setTimeout(field.value.trim() ? look : close, PAUSE_MILLISECONDS);
  };
  const press = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing || event.keyCode === 229) return;
    if (by) pick((at + by + offers.length + 2) % (offers.length + 1) - 1);
    else if (event.key === "Enter" && at >= 0) follow(at);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  list.id = `offers-${document.querySelectorAll(".offers").length}`;
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
  list.addEventListener("click", (event) => {
    const number = Array.from(options).findIndex((option) => option.contains(event.target));
    if (number >= 0) follow(number);
  });
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

if (typeof document !== "undefined") startSuggesting();
