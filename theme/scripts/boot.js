/* Before the page is painted: tell the sheet that there is a script, and what the reader chose. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  try {
    var scheme = localStorage.getItem("biaogan.scheme");
    if (scheme === "dark" || scheme === "light") { root.setAttribute("data-scheme", scheme); }
    if (localStorage.getItem("biaogan.elder") === "on") { root.setAttribute("data-elder", ""); }
  } catch (refused) { /* no storage: the page shows as it comes */ }
})();
