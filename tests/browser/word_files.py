"""Word files filled in the browser: asking for them, and reading what they say."""

import base64
import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml.ns import qn
from docx.text.run import Run
from playwright.sync_api import Page

from generator.pages.controls import for_xml

_DELETE: Final = re.compile("[\x7f-\x9f]")
"""Control characters that XML may hold and no reader sees."""
# Texts go as UTF-16: what carries them to the browser would refuse half a character.
_FILL: Final = """
([url, units, blocks]) => {
  const values = Object.assign({}, blocks);
  Object.keys(units).forEach(key => {
    values[key] = units[key].map(unit => String.fromCharCode(unit)).join("");
  });
  return BiaoganWord.make(url, values).then(blob => new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done({data: reader.result.split(",")[1], kind: blob.type});
    reader.readAsDataURL(blob);
  }), error => ({code: error.code, message: error.message, isError: error instanceof Error}));
}
"""


def asked(page: Page, uri: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Let the script of an open page fill a file; give what it answers."""
    texts = {key: units(value) for key, value in values.items() if isinstance(value, str)}
    others = {key: value for key, value in values.items() if not isinstance(value, str)}
    answer: dict[str, Any] = page.evaluate(_FILL, [uri, texts, others])
    return answer


def filled(page: Page, uri: str, values: Mapping[str, Any]) -> bytes:
    """Give a file that the script filled."""
    return base64.b64decode(asked(page, uri, values)["data"])


def units(text: str) -> list[int]:
    """Give the UTF-16 units of a text, lone surrogates too."""
    data = text.encode("utf-16-le", errors="surrogatepass")
    return [data[place] | data[place + 1] << 8 for place in range(0, len(data), 2)]


def kept(text: str) -> str:
    """Give what a document holds of a text: all that XML can, with plain line ends."""
    whole = text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="surrogatepass")
    lines = whole.replace("\r\n", "\n")
    for end in "\r\u2028\u2029":
        lines = lines.replace(end, "\n")
    return _DELETE.sub("", for_xml(lines))


def controls(data: bytes) -> dict[str, str]:
    """Give the text of each control by its tag, as python-docx reads it; of an empty one None."""
    body = docx.Document(io.BytesIO(data)).element.body
    return {
        str(one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))): "".join(
            Run(run, None).text  # type: ignore[arg-type]  # its text needs no parent
            for run in one.find(qn("w:sdtContent")).iter(qn("w:r"))
        )
        for one in body.iter(qn("w:sdt"))
    }


def is_empty(data: bytes, tag: str) -> bool:
    """Tell whether a control still shows its placeholder."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = [
        one.find(qn("w:showingPlcHdr")) is not None
        for one in body.iter(qn("w:sdtPr"))
        if one.find(qn("w:tag")).get(qn("w:val")) == tag
    ]
    assert len(found) == 1
    return found[0]


def members(data: bytes) -> dict[str, bytes]:
    """Give the parts of a file, all of which are stored."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        return {name: archive.read(name) for name in archive.namelist()}


def office_texts(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """Give the text of files as LibreOffice reads them, all in one start of it."""
    paths = [folder / f"{name}.docx" for name in files]
    for path in paths:
        path.write_bytes(files[path.stem])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8")
    subprocess.run(
        (*command, "--outdir", folder, *paths), check=True, capture_output=True, timeout=120
    )
    return {path.stem: path.with_suffix(".txt").read_text("utf-8-sig") for path in paths}
