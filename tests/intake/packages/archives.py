"""ZIP files as senders and attackers make them."""

import io
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def word_bytes(text: str = "示例") -> bytes:
    """Give the least that counts as a Word file."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    document = f'<w:document xmlns:w="{namespace}">{body}</w:document>'
    return zip_bytes({"word/document.xml": document.encode()})


def gbk_named(name: str, content: bytes) -> bytes:
    """Give a ZIP whose only name is in GBK without a mark, as Explorer writes it."""
    return named(name.encode("gb18030"), content)


def named(name: bytes, content: bytes) -> bytes:
    """Give a ZIP whose only name is these bytes, with no word of what they are."""
    placeholder = "x" * len(name)
    return zip_bytes({placeholder: content}).replace(placeholder.encode(), name)


def locked() -> bytes:
    """Give what tells a document of Office under a password from others."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def with_link(path: Path, target: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.docx")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
        archive.writestr("case.docx", word_bytes())
    return path


def encrypted(data: bytes) -> bytes:
    """Set the mark of encryption in every header."""
    local, central = b"PK\x03\x04", b"PK\x01\x02"
    found = bytearray(data)
    for mark, offset in ((local, 6), (central, 8)):
        place = found.find(mark)
        while place >= 0:
            found[place + offset] |= 1
            place = found.find(mark, place + 4)
    return bytes(found)
