import io
import zipfile

from generator.publication.zipping import pack, repack, unpack

MEMBERS = [
    ("META-INF/container.xml", b"<a/>" * 50),
    ("b.png", b"\x89PNG" * 50),
    ("mimetype", b"x/y"),
]


def test_the_kind_of_file_comes_first_and_bare() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS))) as archive:
        entries = archive.infolist()
    assert [one.filename for one in entries] == ["mimetype", "META-INF/container.xml", "b.png"]
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert entries[0].extra == b""
    assert entries[1].compress_type == zipfile.ZIP_DEFLATED
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_members_are_the_same_bytes() -> None:
    data = pack(MEMBERS)
    assert pack(MEMBERS) == data
    assert repack(data) == data
    assert dict(MEMBERS) == unpack(data)


def test_who_dated_it_does_not_matter() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo("folder/", (2020, 2, 2, 2, 2, 2)), b"")
        for name, content in MEMBERS:
            archive.writestr(zipfile.ZipInfo(name, (2020, 2, 2, 2, 2, 2)), content)
    assert repack(target.getvalue()) == pack(MEMBERS)
