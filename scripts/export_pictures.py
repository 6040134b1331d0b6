"""Make the pictures of the guide to `biaogan export`: `python -m scripts.export_pictures`.

The real command writes the documents of the demonstration cases. Word and slides go through
LibreOffice, PDF through pdfium, the articles for WeChat and the EPUB through Chromium at the width
of a phone. `fonts.conf` gives LibreOffice the free fonts in the place of the official ones.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.visiting import launch
from tests.site.tools import ROOT, biaogan

PICTURES: Final = ROOT / "docs" / "guide" / "images"
WIDTH: Final = 1280
GAP: Final = 16
CASE: Final = "2022-d03"
NOTICE: Final = "2022-09-23-publicity-demo"
SESSION: Final = "2023-12-07-session-demo"
COMMANDS: Final = (
    ("case", CASE, "-F", "docx,pdf,epub,pptx,wechat"),
    ("book", "--year", "2022", "-F", "pdf,docx"),
    ("list", "--edition", "2022", "-F", "docx,pdf"),
    ("notice", NOTICE, "-F", "docx,pdf,wechat"),
    ("handout", SESSION, "-F", "docx,pdf"),
)
SHOWN: Final = {
    "export-case": (f"{CASE}.docx:0", f"{CASE}.docx:1", f"{CASE}.pdf:0", f"{CASE}.pdf:1"),
    "export-notice": (f"{NOTICE}.docx:0", f"{NOTICE}.docx:1", f"{NOTICE}.pdf:0", f"{NOTICE}.pdf:1"),
    "export-book": ("book-2022.pdf:0", "book-2022.pdf:1", "book-2022.pdf:2", "book-2022.pdf:-4"),
    "export-list": ("list-2022.docx:0", "list-2022.pdf:0"),
    "export-handout": tuple(f"handout-{SESSION}.pdf:{page}" for page in range(4)),
    "export-slides": tuple(f"{CASE}.pptx:{page}" for page in (0, 3, 5, 19, 21, 24)),
}
"""Name of a picture → the pages on it: file and number, from 0, from the end below 0."""
COLUMNS: Final = {"export-slides": 3, "export-list": 2}
FONTS: Final = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>{folder}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>"""
ALIAS: Final = (
    '<match target="pattern"><test name="family"><string>{official}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>'
)
FREE: Final = {
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "微软雅黑": "Noto Sans CJK SC",
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "方正小标宋简体": "Noto Serif CJK SC",
    "Times New Roman": "Noto Serif CJK SC",
}


def main() -> None:
    """Write the documents and picture them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in COMMANDS:
            biaogan(ROOT, "export", *command, "-o", str(folder), "-q")
        office(folder, [path for path in folder.iterdir() if path.suffix in (".docx", ".pptx")])
        for picture, pages in SHOWN.items():
            sheet([page_of(folder, page) for page in pages], picture, COLUMNS.get(picture, 4))
        phones(folder)


def office(folder: Path, files: Sequence[Path]) -> None:
    """Turn documents into PDF files beside them, `x.docx` → `x.docx.pdf`."""
    aliases = "".join(ALIAS.format(official=one, free=free) for one, free in FREE.items())
    config = folder / "fonts.conf"
    fonts = Path(sys.prefix) / "share/fonts"
    config.write_text(
        FONTS.format(folder=fonts, cache=folder / "fc", aliases=aliases), encoding="utf-8"
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for path in files:
        arguments = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir")
        into = folder / "office"
        subprocess.run(
            (*arguments, str(into), str(path)), check=True, capture_output=True, env=environment
        )
        (into / path.with_suffix(".pdf").name).rename(folder / f"{path.name}.pdf")


def page_of(folder: Path, named: str) -> Image.Image:
    """Give one page of a document as a picture."""
    name, _, number = named.partition(":")
    path = folder / (name if name.endswith(".pdf") else f"{name}.pdf")
    document = pypdfium2.PdfDocument(path)
    page = document[int(number) % len(document)]
    picture: Image.Image = page.render(scale=1.5).to_pil()
    return picture


def sheet(pages: Sequence[Image.Image], name: str, columns: int) -> None:
    """Lay pages side by side on one picture."""
    width = (WIDTH - GAP * (columns + 1)) // columns
    small = [page.resize((width, page.height * width // page.width)) for page in pages]
    rows = [small[start : start + columns] for start in range(0, len(small), columns)]
    heights = [max(page.height for page in row) for row in rows]
    whole = Image.new("RGB", (WIDTH, sum(heights) + GAP * (len(rows) + 1)), "#d8d8d4")
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            whole.paste(page, (GAP + place * (width + GAP), top))
        top += height + GAP
    whole.quantize(128).save(PICTURES / f"{name}.png", optimize=True)


def phones(folder: Path) -> None:
    """Picture the article and the electronic book on a phone."""
    with zipfile.ZipFile(folder / f"{CASE}.epub") as book:
        book.extractall(folder / "epub")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        shots = []
        for number, path in enumerate(screens(folder)):
            page = browser.new_page(viewport={"width": 375, "height": 720}, device_scale_factor=2)
            page.goto(path.as_uri(), wait_until="load")
            shot = folder / f"{number}.png"
            page.screenshot(path=shot)
            shots.append(Image.open(shot).convert("RGB"))
        browser.close()
    sheet(shots, "export-phone", 4)


def screens(folder: Path) -> Iterator[Path]:
    """Yield the articles, and the title page and the text of the electronic book."""
    for name in (NOTICE, CASE):
        yield folder / f"{name}-wechat/{name}.html"
    for name in ("title_page", "ch001"):
        yield folder / f"epub/EPUB/text/{name}.xhtml"


if __name__ == "__main__":
    main()
