/* The switches of the header: 长者模式 and dark mode. boot.js reads what is kept here. */
(function () {
  "use strict";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function keep(name, value) {
    try { localStorage.setItem("biaogan." + name, value); } catch (refused) { /* for this page only */ }
  }

  function isDark() {
    var chosen = root.getAttribute("data-scheme");
    if (chosen) { return chosen === "dark"; }
    return system.matches;
  }

  /* Gives what says anew whether the switch is on. */
  function wire(button, isOn, set) {
    function tell() { button.setAttribute("aria-pressed", String(isOn())); }
    tell();
    button.addEventListener("click", function () {
      set(!isOn());
      tell();
    });
    return tell;
  }

  function follow(change) {
    if (system.addEventListener) { system.addEventListener("change", change); return; }
    system.addListener(change);  // Safari before 14 knows no other way
  }

  document.querySelectorAll("[data-switch=elder]").forEach(function (button) {
    wire(button, function () { return root.hasAttribute("data-elder"); }, function (on) {
      if (on) { root.setAttribute("data-elder", ""); } else { root.removeAttribute("data-elder"); }
      keep("elder", on ? "on" : "off");
    });
  });
  document.querySelectorAll("[data-switch=dark]").forEach(function (button) {
    follow(wire(button, isDark, function (on) {
      root.setAttribute("data-scheme", on ? "dark" : "light");
      keep("scheme", on ? "dark" : "light");
    }));
  });
})();
