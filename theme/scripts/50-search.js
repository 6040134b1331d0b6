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
  var names = null;

  function folded(text) { return text.normalize("NFKC").toLowerCase(); }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    return element;
  }

  function rank(entry, query) {
    var name = folded(entry[1]);
    var all = name + " " + folded(entry[2]) + " " + folded(entry[4]);
    var fits = query.every(function (word) { return all.indexOf(word) >= 0; });
    if (!fits) { return -1; }
    var place = name.indexOf(query[0]);
    return place === 0 ? 0 : place > 0 ? 1 : 2;
  }

  function find(text) {
    var query = folded(text).split(/\s+/).filter(Boolean);
    if (!query.length) { return []; }
    return names.map(function (entry, place) {
      return { entry: entry, place: place, rank: rank(entry, query) };
    }).filter(function (hit) { return hit.rank >= 0; }).sort(function (a, b) {
      return a.rank - b.rank || a.place - b.place;
    });
  }

  function row(entry) {
    var item = make("li");
    var what = make("p", "what");
    var link = make("a", "", entry[1]);
    link.href = words.root + entry[3];
    what.appendChild(link);
    item.appendChild(what);
    if (entry[2]) { item.appendChild(make("p", "about", entry[2])); }
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
    names.forEach(function (entry) { groups.set(entry[0], []); });
    hits.forEach(function (hit) { groups.get(hit.entry[0]).push(hit); });
    groups.forEach(function (found, name) {
      if (found.length) { shown.appendChild(group(name, found)); }
    });
    status.textContent = (hits.length ? words.found : words.none)
      .replace("{count}", hits.length).replace("{query}", text.trim());
  }

  function search(text) {
    if (names) { show(text); return; }
    if (!text.trim()) { return; }
    fetch(words.names).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (found) {
      names = found;
      show(text);
    }).catch(function () { status.textContent = words.failed; });
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
