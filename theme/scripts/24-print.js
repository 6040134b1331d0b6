/* The button that prints the page; some browsers inside other programs cannot. */
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = !window.print;
    button.addEventListener("click", function () { window.print(); });
  });
})();
