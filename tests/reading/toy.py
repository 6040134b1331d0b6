"""A small library on disk, and findings as short lines."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.config import Config
from generator.findings import SEVERITIES, Fault, Finding
from generator.library.body import Body
from generator.library.edition import Edition, FocusAreaWording, PrintedRecommender
from generator.library.ids import EditionId
from generator.library.rules.context import Context
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.reading.library import Reading, read_library
from generator.reading.locating import locate

CODES = tuple(SEVERITIES)[: tuple(SEVERITIES).index("id-duplicate")]
"""The codes that reading itself gives."""

CASE = """---
year: 2022
field: [数字化]
method: [精益管理]
title: 实施精益管理的实践经验
enterprise: 示例机械有限公司
---

## 一、企业概况

正文。
"""

NOTICE = """---
kind: 通知
title: 关于开展遴选工作的通知
---

正文。
"""

EDITION = """year: 2022
title: 2022 年遴选
focus_areas:
  - {number: 1, area: digitalization, label: 智能化与数字化}
recommenders:
  - {number: 1, id: henan-miit, printed: 河南省工信厅}
"""

VOCABULARIES: Mapping[VocabularyName, str] = MappingProxyType(
    {
        VocabularyName.FOCUS_AREAS: """
- {slug: digitalization, label: 数字化, aliases: [两化融合]}
- {slug: reliability, label: 可靠性提升}
""",
        VocabularyName.METHODS: """
- {slug: lean, label: 精益管理, aliases: [精益生产, Lean]}
- {slug: six-sigma, label: 六西格玛}
- {slug: qc, label: 现场管理、QC小组}
""",
        VocabularyName.RECOMMENDERS: """
- {slug: henan-miit, label: 河南省工业和信息化厅, kind: province}
- {slug: machinery, label: 机械工业质量管理协会, kind: association}
""",
        VocabularyName.INDUSTRIES: """
- {slug: "06", label: 煤炭开采和洗选业, kind: division}
- {slug: "34", label: 通用设备制造业, kind: division}
""",
        VocabularyName.REGIONS: """
- {slug: henan, label: 河南省, aliases: [河南], kind: province}
""",
    }
)


def plain_body(path: str, markdown: str, first_line: int) -> Body:
    """Stand in for the rendering; a function of a module, for processes import it."""
    return Body(html=f"<p>{path}:{first_line}:{len(markdown)}</p>")


def make_library(root: Path, files: Mapping[str, str | bytes]) -> Config:
    """Write the vocabularies, one edition and the given files."""
    written: dict[str, str | bytes] = {
        f"cases/vocabulary/{name.value}.yml": text for name, text in VOCABULARIES.items()
    }
    written["cases/2022/edition.yml"] = EDITION
    for path, content in {**written, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return config_of(root)


def config_of(root: Path, *, demonstration: bool = True, processes: int = 1) -> Config:
    return Config(
        root=root,
        cases_path=root / "cases",
        notices_path=root / "notices",
        redirects_path=root / "cases" / "redirects.yml",
        documents_path=root / "docs",
        today=date(2026, 11, 21),
        demonstration=demonstration,
        processes=processes,
    )


def read_toy(root: Path, files: Mapping[str, str | bytes]) -> Reading:
    return read_library(make_library(root, files), plain_body)


def context() -> Context:
    """Give the toy vocabularies and the toy edition as values."""
    vocabularies = {
        VocabularyName.FOCUS_AREAS: (
            Term(slug="digitalization", label="数字化", aliases=("两化融合",)),
            Term(slug="reliability", label="可靠性提升"),
        ),
        VocabularyName.METHODS: (
            Term(slug="lean", label="精益管理", aliases=("精益生产", "Lean")),
            Term(slug="six-sigma", label="六西格玛"),
            Term(slug="qc", label="现场管理、QC小组"),
        ),
        VocabularyName.RECOMMENDERS: (
            Term(slug="henan-miit", label="河南省工业和信息化厅"),
            Term(slug="machinery", label="机械工业质量管理协会"),
        ),
        VocabularyName.INDUSTRIES: (
            Term(slug="06", label="煤炭开采和洗选业"),
            Term(slug="34", label="通用设备制造业"),
        ),
        VocabularyName.REGIONS: (Term(slug="henan", label="河南省", aliases=("河南",)),),
    }
    edition = Edition(
        id="2022",
        year=2022,
        title="2022 年遴选",
        focus_areas=(FocusAreaWording(number=1, area="digitalization", label="智能化与数字化"),),
        recommenders=(PrintedRecommender(number=1, id="henan-miit", printed="河南省工信厅"),),
    )
    return Context(
        {name: Vocabulary(name=name, terms=terms) for name, terms in vocabularies.items()},
        {EditionId("2022"): edition},
        lambda _path: True,
    )


def shown(findings: Iterable[Finding]) -> list[str]:
    """Give the findings of reading as `path:line:column code`; their wording must be whole."""
    of_reading = [finding for finding in findings if finding.code in CODES]
    for finding in of_reading:
        assert finding.message != finding.code, finding
        assert "{" not in finding.message + finding.hint, finding
    return [f"{f.path}:{f.line}:{f.column} {f.code}" for f in of_reading]


def placed(faults: Iterable[Fault], text: str) -> list[str]:
    """Give faults as `line:column code`, located in the text of their file."""
    return [line.partition(":")[2] for line in shown(locate(faults, lambda _path: text))]


def hints(faults: Iterable[Fault]) -> list[str]:
    """Give the hints of faults."""
    return [finding.hint for finding in locate(faults, lambda _path: "")]
