"""The attack file in a real browser: whatever may run there would leave a trace, and none does."""

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.rendering.markdown import render
from generator.rendering.options import clean_source, to_html
from tests.browser.server import Manner, served
from tests.browser.visiting import visiting

pytestmark = pytest.mark.needs("chromium")

ATTACKS = tomllib.loads(
    (Path(__file__).parents[1] / "rendering" / "attacks.toml").read_text(encoding="utf-8")
)["attack"]

# Everything that the attacks call leaves a trace in the frame, before any of their text is read.
TRAP = """<!doctype html><meta charset="utf-8"><script>
window.ran = [];
for (const name of ["alert", "prompt", "confirm", "print", "eval", "open", "fetch"])
  window[name] = () => { window.ran.push(name); };
</script><body>"""

# Twenty at once, each written into a frame of its own. A frame in which nothing ran is written
# anew: a new one, or a page from the server for each, would take six times the work.
LOOK = """
async texts => {
  const ran = [], silent = [];
  const pause = milliseconds => new Promise(resume => setTimeout(resume, milliseconds));
  function made() {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts allow-same-origin";  // not the page around it
    return document.body.appendChild(frame);
  }
  async function loaded(frame) {
    for (let waited = 0; waited < 2000; waited += 10) {
      try { if (frame.contentDocument.readyState === "complete") return; } catch (error) { return; }
      await pause(10);
    }
  }
  for (let first = 0; first < texts.length; first += 20) {
    const frames = [];
    for (let number = first; number < Math.min(texts.length, first + 20); number++) {
      const frame = silent.pop() || made();
      const page = frame.contentDocument;
      page.open();
      page.write(texts[number]);
      page.close();
      frames.push([number, frame]);
    }
    for (const [number, frame] of frames) {
      await loaded(frame);
      try {
        const page = frame.contentDocument;
        for (const element of page.querySelectorAll("body *")) {
          for (const kind of ["click", "mouseover", "focus", "error", "toggle"]) {
            const there = element.closest("a[href]");
            if (kind === "click" && there && /^(https?|mailto):/.test(there.protocol)) continue;
            element.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true}));
          }
        }
      } catch (error) { ran.push(number); }
    }
    await pause(150);
    for (const [number, frame] of frames) {
      let traces = 1;
      try { traces = frame.contentWindow.ran.length; } catch (error) { }
      if (traces) {
        ran.push(number);
        frame.remove();
      } else silent.push(frame);
    }
  }
  return [...new Set(ran)];
}
"""


def nothing(_target: str) -> None:
    return None


def ran(bodies: list[str], browser: Browser, folder: Path) -> list[str]:
    """Give the names of the attacks that ran, or that led their page elsewhere."""
    texts = [(TRAP + body).encode(errors="replace").decode() for body in bodies]
    made = {"/": '<!doctype html><meta charset="utf-8"><title>frames</title><body>'}
    with served(folder, Manner(made=made)) as address, visiting(browser, address) as visit:
        found = visit.open("").evaluate(LOOK, texts)
    return [ATTACKS[number]["name"] for number in found]


def test_no_attack_runs_in_chromium(browser: Browser, tmp_path: Path) -> None:
    bodies = [render(a["markdown"], first_line=1, publish=nothing).html for a in ATTACKS]
    assert ran(bodies, browser, tmp_path) == []


def test_the_trap_catches_what_is_not_sanitised(browser: Browser, tmp_path: Path) -> None:
    bodies = [to_html(clean_source(a["markdown"]), str) for a in ATTACKS]
    caught = ran(bodies, browser, tmp_path)
    assert len(caught) > 60
    assert "link: plain" in caught
