/* Citations: the reader's day in its place, and a text copied at a click. Without a clipboard (an old
   browser, a page without HTTPS) the text is selected, ready for the reader's own copy. */
(function () {
  "use strict";
  var SAID_MILLISECONDS = 2500;

  function today() {
    var now = new Date();
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function fillDays() {
    document.querySelectorAll("[data-today]").forEach(function (place) { place.textContent = today(); });
  }

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
  }

  function wire(button) {
    var section = button.closest("[data-copied]");
    var status = section.querySelector("[role=status]");
    var source = document.getElementById(button.getAttribute("data-copy"));
    var word = button.textContent;
    var timer = 0;

    function say(key) {
      var said = section.getAttribute(key);
      button.textContent = said;
      status.textContent = said;
      clearTimeout(timer);
      timer = setTimeout(function () { button.textContent = word; status.textContent = ""; }, SAID_MILLISECONDS);
    }

    function copySelected() {
      select(source);
      var isCopied = false;
      try { isCopied = document.execCommand("copy"); } catch (refused) { /* the selection stays */ }
      say(isCopied ? "data-copied" : "data-selected");
    }

    button.addEventListener("click", function () {
      fillDays();
      if (!navigator.clipboard) { copySelected(); return; }
      navigator.clipboard.writeText(source.textContent).then(function () { say("data-copied"); }, copySelected);
    });
  }

  fillDays();
  document.querySelectorAll("[data-copy]").forEach(wire);
})();
