"""The applications: their file of forms, the page of all, and the page of each."""

import copy
from dataclasses import replace
from typing import Any

import html5lib
import pytest

from generator.errors import ConfigurationError
from generator.pages import routes
from generator.pages.platform import applications
from generator.pages.platform.forms import Field, Form, Section, fields_of, forms, read_forms
from generator.strings import table
from tests.pages import toy
from tests.pages.rendering import render, shell
from tests.safety import unsafe_things

PAGE = "platform/application/"
COMMON = {"applicant", "credit_code", "contact_name", "case_title", "wish", "date_from", "people"}
HOSTILE = "</script><b>\"'&{{ 7*7 }}"


def source() -> dict[str, Any]:
    return copy.deepcopy(dict(table("application_forms")))


def page(slug: str) -> Any:
    shown = render(toy.planned()[f"{PAGE}{slug}"], shell())
    return html5lib.parse(shown, namespaceHTMLElements=False)


def test_three_forms_share_what_they_all_ask() -> None:
    known = forms()
    assert [form.slug for form in known] == ["visit", "import", "pairing"]
    for form in known:
        keys = [field.key for field in fields_of(form)]
        assert len(keys) == len(set(keys))
        assert set(keys) >= COMMON
        assert {field.key for field in fields_of(form) if field.required} >= COMMON
    assert {"plan", "effect"} <= {field.key for field in fields_of(known[1])}


def test_the_form_of_2014_says_that_its_table_is_our_own() -> None:
    imported = forms()[1]
    assert "附件4的原表本库没有见到" in imported.basis
    assert all("自行拟定" in form.basis for form in forms())


def test_a_section_may_say_a_common_field_otherwise() -> None:
    by_key = {field.key: field for field in fields_of(forms()[1])}
    assert by_key["date_from"].label == "计划开始日期"
    assert by_key["indicators"].required
    assert not {field.key: field for field in fields_of(forms()[0])}["indicators"].required


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (lambda found: found.update(version=0), "version", "整数"),
        (lambda found: found.update(version=True), "version", "整数"),
        (lambda found: found.update(fields=[]), "fields", "一组"),
        (lambda found: found["fields"].update(wish="x"), "fields.wish", "一组"),
        (lambda found: found["fields"].update({"Wish-2": {}}), "fields.Wish-2", "下划线"),
        (lambda found: found["fields"]["wish"].update(kind="box"), "fields.wish.kind", "之一"),
        (lambda found: found["fields"]["wish"].update(most="9"), "fields.wish.most", "整数"),
        (lambda found: found["fields"]["wish"].update(label=" "), "fields.wish.label", "一句话"),
        (lambda found: found["fields"]["wish"].update(hint=7), "fields.wish.hint", "一句话"),
        (lambda found: found["fields"]["wish"].update(reqired=1), "fields.wish.reqired", "不认识"),
        (lambda found: found["fields"]["wish"].update(required=1), "fields.wish.required", "true"),
        (lambda found: found["fields"]["scale"].pop("choices"), "fields.scale.choices", "列表"),
        (
            lambda found: found["fields"]["scale"].update(choices=["a", "a"]),
            "fields.scale.choices",
            "重复",
        ),
        (lambda found: found.update(forms=[]), "forms", "列表"),
        (lambda found: found["forms"][1].update(slug="visit"), "forms[2].slug", "重复"),
        (lambda found: found["forms"][1].update(slug="Ab"), "forms[2].slug", "连字符"),
        (lambda found: found["forms"][0].pop("declaration"), "forms[1].declaration", "一句话"),
        (
            lambda found: found["forms"][0]["sections"][0]["fields"].append("nobody"),
            "forms[1].sections[1].fields[7].key",
            "没有这个栏目",
        ),
        (
            lambda found: found["forms"][0]["sections"][1]["fields"].append("applicant"),
            "forms[1].fields[11].key",
            "重复",
        ),
        (
            lambda found: found["forms"][0]["sections"][0]["fields"].append({"kind": "text"}),
            "forms[1].sections[1].fields[7].kind",
            "不认识",
        ),
    ],
)
def test_a_mistake_in_the_forms_is_told_by_its_place(change: Any, place: str, said: str) -> None:
    found = source()
    change(found)
    with pytest.raises(ConfigurationError) as raised:
        read_forms(found)
    assert f"：{place}：" in str(raised.value)
    assert said in str(raised.value)


def test_the_page_of_all_leads_to_every_form_and_its_blank() -> None:
    links = [node.get("href") for node in page("").iter("a")]
    for form in forms():
        assert f"../../{PAGE}{form.slug}/" in links
        assert f"../../{routes.form_document(form.slug)}" in links


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.slug)
def test_a_form_asks_for_all_of_its_fields_on_screen_and_on_paper(form: Form) -> None:
    tree = page(f"{form.slug}/")
    controls = {
        node.get("id"): node
        for tag in ("input", "select", "textarea")
        for node in tree.iter(tag)
        if node.get("aria-describedby")
    }
    known = {field.key: field for field in fields_of(form)}
    assert set(controls) == {*known, "agree"}
    assert {node.get("data-shown") for node in tree.iter("td")} == set(known)
    assert not any("name" in node.attrib for node in controls.values()), "nothing to be submitted"
    labels = {node.get("for"): "".join(node.itertext()) for node in tree.iter("label")}
    for key, field in known.items():
        assert labels[key].startswith(field.label)
        assert (controls[key].get("aria-required") == "true") is field.required
        assert labels[key].endswith("选填") is not field.required
    options = [node.text for node in controls["scale"].iter("option")]
    assert options[1:] == list(known["scale"].choices)
    assert not [node for node in tree.iter("button") if node.get("type") != "button"][1:], (
        "only the search of the header is submitted"
    )


def test_without_an_office_nothing_is_named_to_send_to() -> None:
    shown = render(toy.planned()[f"{PAGE}visit/"])
    assert "本页不发送任何内容" in shown
    assert 'data-do="send"' not in shown
    assert 'data-do="mail"' not in shown


def test_with_an_office_the_button_names_its_host() -> None:
    address = "https://apply.example.org:8443/take?x=1"
    shown = render(
        toy.planned(applications_mail="mailto:a@example.org", applications_address=address)[
            f"{PAGE}visit/"
        ]
    )
    assert "在线提交到 apply.example.org:8443" in shown
    assert f'data-address="{address}"' in shown
    assert 'href="mailto:a@example.org"' in shown
    assert "本页不发送任何内容" not in shown


def test_short_fields_share_a_line_on_paper() -> None:
    def field(key: str, kind: str = "line", most: int = 10) -> Field:
        return Field(key, key, kind, False, most, "", ())  # type: ignore[arg-type]

    given = (
        field("a"),
        field("b"),
        field("c"),
        field("d", "text", 10),
        field("e", "date", 0),
        field("f", "mail", 300),
        field("g"),
    )
    section = applications._section(Section("x", "", given))
    assert [[one.field.key for one in row] for row in section.rows] == [
        ["a", "b"],
        ["c"],
        ["d"],
        ["e", "f"],
        ["g"],
    ]


def test_hostile_words_of_the_file_and_the_settings_are_only_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = Field("wish", HOSTILE, "choice", True, 0, HOSTILE, (HOSTILE, "b"))
    form = replace(
        forms()[0],
        title=HOSTILE,
        declaration=HOSTILE,
        handwritten=(HOSTILE,),
        sections=(Section(HOSTILE, HOSTILE, (bad,)),),
    )
    monkeypatch.setattr(applications, "forms", lambda _own: (form,))
    planned = toy.planned(applications_address=f"https://x.example/{HOSTILE}")
    for uri in (PAGE, f"{PAGE}visit/"):
        assert unsafe_things(render(planned[uri]), shell=True) == []
    tree = html5lib.parse(render(planned[f"{PAGE}visit/"]), namespaceHTMLElements=False)
    assert [node.text for node in tree.iter("option")][1] == HOSTILE
