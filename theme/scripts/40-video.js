/* Videos: a chapter plays where the reader is, is marked while it runs, and stands in the address
   (#t=120; of the second video of a page #video-2-t=120), which opens the page at that second. The
   player of another host is loaded by a click on the button that names the host, never before.
   Without this script chapters are links: into the file, or to the host's own page. */
(function () {
  "use strict";
  var MOMENT = /^#(?:video-(\d+)-)?t=(\d+(?:\.\d+)?)$/;

  /* The twin of clock in generator/pages/chapters.py. */
  function clock(seconds) {
    var whole = Math.floor(seconds);
    var hours = Math.floor(whole / 3600);
    function two(number) { return ("0" + number).slice(-2); }
    var short = two(Math.floor(whole % 3600 / 60)) + ":" + two(whole % 60);
    return hours ? hours + ":" + short : short;
  }

  function play(film) {
    var started = film.play();
    // The browser may refuse, or we stop it again beyond the end: the controls still show.
    if (started && started.catch) { started.catch(function () { return null; }); }
  }

  /* A file of ours. Gives what begins it at a second. */
  function ofFile(box, film, chapters) {
    var note = box.querySelector("[data-beyond]");
    var wanted = null;

    function mark() {
      var now = null;
      chapters.forEach(function (chapter) {
        if (chapter.start <= film.currentTime + 0.01) { now = chapter; }
      });
      chapters.forEach(function (chapter) {
        if (chapter !== now) {
          chapter.link.removeAttribute("aria-current");
        } else if (!chapter.link.hasAttribute("aria-current")) {
          chapter.link.setAttribute("aria-current", "true");
        }
      });
    }

    function arrive() {
      if (wanted === null) { return; }
      // Parts are typed by hand: the file may be shorter than they say.
      var isBeyond = wanted > 0 && wanted >= film.duration;
      if (isBeyond) { film.pause(); }
      film.currentTime = isBeyond ? film.duration : wanted;
      note.textContent = isBeyond
        ? note.getAttribute("data-beyond").replace("{end}", clock(film.duration)) : "";
      wanted = null;
    }

    // WeChat's browser on Android plays in the page only when told so, by a name of its own.
    film.setAttribute("x5-video-player-type", "h5-page");
    film.addEventListener("loadedmetadata", arrive);
    ["playing", "timeupdate", "seeked"].forEach(function (event) {
      film.addEventListener(event, mark);
    });
    if (document.documentElement.hasAttribute("data-elder")) {
      Array.prototype.forEach.call(film.textTracks, function (track) {
        if (track.kind === "captions") { track.mode = "showing"; }
      });
    }
    return function (second, plays) {
      wanted = second;
      if (plays) { play(film); }
      if (film.readyState > 0) { arrive(); }
      return true;
    };
  }

  /* The player of another host. Gives what begins it at a second, when it is there. */
  function ofHost(box, panel) {
    var leaving = box.querySelector("[data-leaving]");
    var at = panel.getAttribute("data-at");
    var from = 0;
    var frame = null;

    function address() { return panel.getAttribute("data-frame") + (at && from ? at + from : ""); }

    panel.querySelector("button").addEventListener("click", function () {
      frame = document.createElement("iframe");
      frame.title = panel.getAttribute("data-title");
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation");
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("allowfullscreen", "");
      frame.src = address();
      panel.textContent = "";
      panel.className = "screen";
      panel.appendChild(frame);
      frame.focus();
      if (leaving) { leaving.hidden = true; }
    });
    return function (second, plays) {
      from = Math.floor(second);
      if (frame && at) { frame.src = address(); }
      // Before the click a chapter is a link to the host's page, and stays one.
      return Boolean(frame && at) || !plays;
    };
  }

  function wire(box) {
    var film = box.querySelector("video");
    var panel = box.querySelector("[data-frame]");
    var chapters = Array.prototype.map.call(
      box.querySelectorAll("[data-start] > a"),
      function (link) {
        var line = link.parentNode;
        return { link: link, moment: line.id, start: Number(line.getAttribute("data-start")) };
      }
    );
    if (!film && !panel) { return null; }
    // Else the browser would scroll to the chapter while we scroll to the player above it.
    chapters.forEach(function (chapter) { chapter.link.parentNode.removeAttribute("id"); });
    var begin = film ? ofFile(box, film, chapters) : ofHost(box, panel);
    chapters.forEach(function (chapter) {
      chapter.link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !begin(chapter.start, true)) { return; }
        event.preventDefault();
        history.replaceState(history.state, "", "#" + chapter.moment);
      });
    });
    return { box: box, begin: begin };
  }

  var videos = {};
  document.querySelectorAll("[data-video]").forEach(function (box) {
    var video = wire(box);
    if (video) { videos[box.getAttribute("data-video")] = video; }
  });

  function open() {
    var moment = MOMENT.exec(location.hash);
    var video = moment && videos[moment[1] || "1"];
    if (!video) { return; }
    video.begin(Number(moment[2]), false);
    video.box.scrollIntoView();
  }
  window.addEventListener("hashchange", open);
  open();
})();
