/* Before the page is painted: tell the sheet that there is a script, and what the reader chose. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  // The address says what to find: the sheet keeps the finder's first list back until that is drawn.
  if (/[?&]\w+=[^&]/.test(location.search)) { root.setAttribute("data-asked", ""); }
  try {
    var scheme = localStorage.getItem("biaogan.scheme");
    if (scheme === "dark" || scheme === "light") { root.setAttribute("data-scheme", scheme); }
    if (localStorage.getItem("biaogan.elder") === "on") { root.setAttribute("data-elder", ""); }
  } catch (refused) { /* no storage: the page shows as it comes */ }
})();
