"""Names of files: no number of a person is shown, and a date is none."""

import pytest

from generator.intake.packages.naming import is_publishable, masked_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("典型经验13800000000.docx", "典型经验***.docx"),
        ("典型经验（138-0000-0000）.docx", "典型经验（***）.docx"),
        ("收件/0371-66000000/a.docx", "收件/***/a.docx"),
        ("zhang.san@example.com.docx", "***"),
        ("91410000MA0000001X.pdf", "***.pdf"),
        ("41010019900101001X.jpg", "***.jpg"),
    ],
)
def test_a_number_is_hidden(name: str, shown: str) -> None:
    assert masked_name(name) == shown
    assert not is_publishable(name)


@pytest.mark.parametrize(
    "name",
    ["典型经验20220615.docx", "2022-06-15 申报书.doc", "示例公司.rar", "tu-1.png", "GB19001"],
)
def test_other_names_stay(name: str) -> None:
    assert masked_name(name) == name
    assert is_publishable(name)


def test_a_name_that_speaks_of_a_contact_is_not_published() -> None:
    assert not is_publishable("典型经验-联系人张三.docx")
