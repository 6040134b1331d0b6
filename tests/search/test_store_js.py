"""The finder's store of files: what it keeps, for how long, and which failures are its own."""

from typing import Any

from tests.search.javascript import run

FILES = ["20-store.js"]
# Answers by path; a function gives them, so that a test may hold one back.
SERVER = """
const asked = [];
globalThis.fetch = (url) => {
  asked.push(url);
  return Promise.resolve(answers(url));
};
const json = (value) => ({ ok: true, json: () => Promise.resolve(value) });
const gone = { ok: false, status: 404 };
openStore();
"""


def test_a_fault_of_ours_keeps_its_own_error() -> None:
    body = """
    openStore();
    return keep("x", () => Promise.resolve().then(() => null.length))
      .catch((error) => [error instanceof TypeError, error.reason === undefined]);
    """
    assert run(FILES, body) == [True, True]


def test_bytes_that_make_no_sense_have_a_reason() -> None:
    body = """
    globalThis.fetch = () => Promise.resolve(new Response("<!doctype html>"));
    openStore();
    const reason = (promise) => promise.then(() => "", (error) => error.reason);
    return Promise.all([reason(getManifest()), reason(getFile("x"))]);
    """
    assert run(FILES, body) == ["failed", "failed"]


def test_a_newer_manifest_belongs_to_the_store_that_asked() -> None:
    body = (
        """
    let late;
    const answers = (url) => {
      if (url.indexOf("index.json") < 0) return gone;
      if (asked.length < 3) return json({ columns: "a", number: asked.length });
      if (asked.length > 3) return json({ columns: "a", number: asked.length });
      return new Promise((resolve) => { late = () => resolve(json({ columns: "a", number: 3 })); });
    };
    """
        + SERVER
        + """
    const first = fresh(() => load("x", "json")).catch((error) => error.reason);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    return pause().then(() => {
      openStore();
      const opened = getManifest();
      late();
      return Promise.all([opened, first]);
    }).then(([opened]) => getManifest().then((manifest) => [opened.number, manifest.number]));
    """
    )
    opened, manifest = run(FILES, body)
    assert opened == manifest == 4


def test_of_too_many_all_are_forgotten() -> None:
    body = """
    openStore();
    const few = {};
    let most = 0;
    let asked = 0;
    for (let number = 0; number < 500; number++) {
      keep(`page ${number}`, () => Promise.resolve(asked++), few, 200);
      most = Math.max(most, Object.keys(few).length);
    }
    keep("page 499", () => Promise.resolve(asked++), few, 200);
    return [most, asked];
    """
    found: list[Any] = run(FILES, body)
    assert found == [201, 500]
