/* Read aloud: the title and the paragraphs of the page, one after the other, by the browser's voice. */
(function () {
  "use strict";
  var button = document.querySelector("[data-read]");
  var voice = window.speechSynthesis;
  if (!button || !voice || !window.SpeechSynthesisUtterance) { return; }
  var words = { start: button.textContent, stop: button.getAttribute("data-stop") };
  var run = 0;  // a run that is not the newest has been stopped
  var said = null;  // held here: an utterance that nothing holds may be collected, and never ends

  // As it is seen: cells and lines stand apart, and what is hidden is not read.
  function textOf(block) { return block.innerText.replace(/\s+/g, " ").trim(); }

  /* The outermost blocks: a row or an item is read whole, with the lines and lists within it. */
  function blocks() {
    var found = document.querySelectorAll("main h1, main h2, main h3, main h4, main p, main li, main dt, main dd, main figcaption, main tr");
    return Array.prototype.filter.call(found, function (block) {
      var isInner = block.parentElement.closest("p, li, dt, dd, tr, figcaption");
      return !isInner && block.offsetParent && !block.closest("nav, .needs-js, .unseen") && textOf(block);
    });
  }

  function show(block, on) {
    block.classList.toggle("being-read", on);
    if (on) { block.scrollIntoView({ block: "nearest" }); }
  }

  function stop() {
    run += 1;
    voice.cancel();
    said = null;
    document.querySelectorAll(".being-read").forEach(function (block) { show(block, false); });
    button.setAttribute("aria-pressed", "false");
    button.textContent = words.start;
  }

  function isReading() { return button.getAttribute("aria-pressed") === "true"; }

  function read(queue, place, mine) {
    if (mine !== run) { return; }
    if (place >= queue.length) { stop(); return; }
    var block = queue[place];
    said = new SpeechSynthesisUtterance(textOf(block));
    said.lang = document.documentElement.lang;
    said.onend = said.onerror = function () {
      show(block, false);
      read(queue, place + 1, mine);
    };
    show(block, true);
    voice.speak(said);
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    if (isReading()) { stop(); return; }
    run += 1;
    button.setAttribute("aria-pressed", "true");
    button.textContent = words.stop;
    read(blocks(), 0, run);
  });
  // The voice is the browser's, and may be reading another page.
  window.addEventListener("pagehide", function () { if (isReading()) { stop(); } });
})();
