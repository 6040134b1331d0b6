/* States of periods and deadlines, said anew for the reader's day: the page may be of yesterday.
   The day is Shanghai's, wherever the reader is; words and days come from the page. */
(function () {
  "use strict";
  var DAY = 86400000;
  var SHANGHAI = 8 * 3600000;
  var today = Math.floor((Date.now() + SHANGHAI) / DAY);

  function dayOf(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / DAY); }

  function daysOf(list) { return list ? list.split(" ").map(dayOf) : []; }

  /* The twin of generator/pages/states.py. */
  function stateOf(first, lasts) {
    if (first && today < first) { return ["before", first - today]; }
    var coming = lasts.filter(function (last) { return last >= today; });
    if (lasts.length && !coming.length) { return ["over", 0]; }
    var days = coming.length ? Math.min.apply(null, coming) - today : 0;
    return [coming.length && !days ? "last" : "during", days];
  }

  document.querySelectorAll(".phase[data-as-of]").forEach(function (shown) {
    function said(name) { return shown.getAttribute("data-" + name) || ""; }
    if (today < dayOf(said("as-of"))) { return; }  // a clock that is behind knows no better
    var first = said("first");
    var state = stateOf(first && dayOf(first), daysOf(said("last")));
    var words = said(state[0] === "last" ? "ends" : state[0]);
    shown.className = "phase " + state[0];
    shown.querySelector("b").textContent = words.replace("{days}", state[1]);
    var asOf = shown.querySelector("small");
    if (asOf) { asOf.hidden = true; }
  });
})();
