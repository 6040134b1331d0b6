"""A case file as a `Case`."""

from generator.findings import Fault
from generator.library.body import Body
from generator.library.case import Case, CaseFrontMatter
from generator.library.ids import EditionId, parse_case_id
from generator.library.rules.context import Context
from generator.reading.front_matter import Draft, read_front_matter
from generator.reading.outcome import Outcome
from generator.reading.records import make_record
from generator.reading.resolving import Resolver


def read_case(text: str, path: str, context: Context) -> Outcome[Draft[Case]]:
    """Read a case: front matter, record, names; its folder names the edition."""
    read = read_front_matter(text, path)
    if read.value is None:
        return Outcome(None, read.faults)
    if read.value.data is None:
        return Outcome(Draft(None, read.value), read.faults)
    record = make_record(CaseFrontMatter, read.value.data, path)
    faults = read.faults + record.faults
    if record.value is None:
        return Outcome(Draft(None, read.value), faults)
    case, unknown = _resolve(record.value, path, context)
    return Outcome(Draft(case, read.value), faults + unknown)


def _resolve(
    front: CaseFrontMatter, path: str, context: Context
) -> tuple[Case | None, tuple[Fault, ...]]:
    folder, _, name = path.rpartition("/")
    edition_id = EditionId(folder.rpartition("/")[2])
    resolver = Resolver(path, context.vocabularies, context.editions.get(edition_id))
    fields, methods = resolver.fields(front.field), resolver.methods(front.method)
    recommender = resolver.recommender(front.recommender)
    region, industry = resolver.region(front.region), resolver.industry(front.industry)
    case_id = parse_case_id(name.removesuffix(".md"))
    if case_id is None:
        values = {"name": name, "variant": "case"}
        return None, (*resolver.faults, Fault(path, "file-name", values=values))
    case = Case(
        id=case_id,
        edition=edition_id,
        path=path,
        front=front,
        fields=fields,
        methods=methods,
        recommender=recommender,
        region=region,
        industry=industry,
        body=Body(),
    )
    return case, tuple(resolver.faults)
