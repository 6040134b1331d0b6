/* The search page: every word of the query must stand in a name; names that begin with it go first. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-names]");
  if (!form) { return; }
  var LIMIT = 50;  // shown of one group
  var field = form.querySelector("input");
  var status = document.querySelector(".status");
  var shown = document.querySelector(".found");
  var words = form.dataset;
  var entries = [];
  var loading = null;
  var asked = "";

  function folded(text) { return text.normalize("NFKC").toLowerCase(); }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    return element;
  }

  /* An entry of the file, ready to be searched. */
  function prepared(entry, place) {
    var name = folded(entry[1]);
    return {
      group: entry[0], label: entry[1], about: entry[2], uri: entry[3], note: entry[5], place: place,
      name: name, all: name + " " + folded(entry[2]) + " " + folded(entry[4])
    };
  }

  function rank(entry, query) {
    var fits = query.every(function (word) { return entry.all.indexOf(word) >= 0; });
    if (!fits) { return -1; }
    var place = entry.name.indexOf(query[0]);
    return place === 0 ? 0 : place > 0 ? 1 : 2;
  }

  function find(text) {
    var query = folded(text).split(/\s+/).filter(Boolean);
    if (!query.length) { return []; }
    return entries.map(function (entry) {
      return { entry: entry, rank: rank(entry, query) };
    }).filter(function (hit) { return hit.rank >= 0; }).sort(function (a, b) {
      return a.rank - b.rank || a.entry.place - b.entry.place;
    });
  }

  function row(entry) {
    var item = make("li");
    var what = make("p", "what");
    var link = make("a", "", entry.label);
    link.href = words.root + entry.uri;
    what.appendChild(link);
    item.appendChild(what);
    var said = [entry.about, entry.note].filter(Boolean).join(" ");
    if (said) { item.appendChild(make("p", "about", said)); }
    return item;
  }

  function group(name, hits) {
    var part = make("section", "part");
    part.appendChild(make("h2", "", name + " " + hits.length));
    var list = make("ol", "rows");
    hits.slice(0, LIMIT).forEach(function (hit) { list.appendChild(row(hit.entry)); });
    part.appendChild(list);
    if (hits.length > LIMIT) {
      part.appendChild(make("p", "quiet", words.more.replace("{count}", hits.length - LIMIT)));
    }
    return part;
  }

  function show(text) {
    shown.textContent = "";
    if (!text.trim()) { status.textContent = ""; return; }
    var hits = find(text);
    var groups = new Map();  // in the order of the file: cases first
    entries.forEach(function (entry) { groups.set(entry.group, []); });
    hits.forEach(function (hit) { groups.get(hit.entry.group).push(hit); });
    groups.forEach(function (found, name) {
      if (found.length) { shown.appendChild(group(name, found)); }
    });
    status.textContent = (hits.length ? words.found : words.none)
      .replace("{count}", hits.length)
      // By a function: in a text for a text, "$&" would stand for what is replaced.
      .replace("{query}", function () { return text.trim(); });
  }

  /* The names are fetched once, at the first search; again only when that failed. */
  function load() {
    loading = loading || fetch(words.names).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (found) {
      entries = found.map(prepared);
    }).catch(function (reason) {
      loading = null;
      throw reason;
    });
    return loading;
  }

  /* Whichever search the names come for, the last one asked is shown. */
  function search(text) {
    asked = text;
    if (!text.trim()) { show(text); return; }
    load().then(function () { show(asked); }, function () {
      shown.textContent = "";
      status.textContent = asked.trim() ? words.failed : "";
    });
  }

  function fromAddress() {
    field.value = new URLSearchParams(location.search).get("q") || "";
    search(field.value);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.pushState(null, "", "?q=" + encodeURIComponent(field.value));
    search(field.value);
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
})();
