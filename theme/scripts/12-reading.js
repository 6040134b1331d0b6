/* Read aloud: the title and the paragraphs of the page, one after the other, by the browser's voice. */
(function () {
  "use strict";
  var button = document.querySelector("[data-read]");
  var voice = window.speechSynthesis;
  if (!button || !voice || !window.SpeechSynthesisUtterance) { return; }
  var words = { start: button.textContent, stop: button.getAttribute("data-stop") };
  var run = 0;  // a run that is not the newest has been stopped

  function blocks() {
    var found = document.querySelectorAll("main h1, main h2, main h3, main h4, main p, main li, main dt, main dd, main figcaption, main caption, main tr");
    return Array.prototype.filter.call(found, function (block) {
      var isOuter = block.querySelector("p, li, dt, dd");
      return !isOuter && block.offsetParent && !block.closest("nav, .needs-js, .unseen") && block.textContent.trim();
    });
  }

  function show(block, on) {
    block.classList.toggle("being-read", on);
    if (on) { block.scrollIntoView({ block: "nearest" }); }
  }

  function stop() {
    run += 1;
    voice.cancel();
    document.querySelectorAll(".being-read").forEach(function (block) { show(block, false); });
    button.setAttribute("aria-pressed", "false");
    button.textContent = words.start;
  }

  function read(queue, place, mine) {
    if (mine !== run) { return; }
    if (place >= queue.length) { stop(); return; }
    var block = queue[place];
    var said = new SpeechSynthesisUtterance(block.textContent.replace(/\s+/g, " ").trim());
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
    if (button.getAttribute("aria-pressed") === "true") { stop(); return; }
    run += 1;
    button.setAttribute("aria-pressed", "true");
    button.textContent = words.stop;
    read(blocks(), 0, run);
  });
  window.addEventListener("pagehide", stop);
})();
