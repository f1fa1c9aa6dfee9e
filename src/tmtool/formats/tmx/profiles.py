"""How does each CAT tool want its TMX? The properties, languages and header by which it knows status and context.

Sources: the export of Trados (TM8) and its reader, memoQ's and OmegaT's readers, Okapi's writer, Weblate's import.
Trados reads context, status and fields only of a file that names its own program in the header; the neighbours of a
unit are those of its document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from tmtool.languages.locale_codes import usual_region
from tmtool.languages.tags import primary
from tmtool.model import Status, Unit, Variant

Neighbours = tuple[Unit | None, Unit | None]
"""The units before and after one in its document."""
Adapt = Callable[[Unit, Neighbours, str, str], Unit]


@dataclass(frozen=True, slots=True)
class Profile:
    """A `Profile` says how a tool is served: how it writes languages, what the header must say, and what each unit gets
    (`adapt` is given it with its neighbours and the two languages)."""

    tag: Callable[[str], str] = lambda tag: tag
    header: Mapping[str, str] = field(default_factory=dict)
    header_properties: tuple[tuple[str, str], ...] = ()
    adapt: Adapt = lambda unit, neighbours, source, target: unit

    def adapted(self, units: Iterable[Unit], source_language: str, target_language: str) -> Iterator[Unit]:
        """Yields the units as the tool wants them."""
        for unit, neighbours in _with_neighbours(units):
            done = self.adapt(unit, neighbours, source_language, target_language)
            variants = tuple(replace(one, language=self.tag(one.language)) for one in done.variants)
            source = self.tag(done.source_language) if done.source_language else ""
            yield replace(done, variants=variants, source_language=source)


def _with_neighbours(units: Iterable[Unit]) -> Iterator[tuple[Unit, Neighbours]]:
    """Yields each unit with the one before and the one after it, where these are of its document and next to it."""
    before: Unit | None = None
    current: Unit | None = None
    for unit in units:
        if current is not None:
            yield current, (_next_to(before, current), _next_to(current, unit) and unit)
        before, current = current, unit
    if current is not None:
        yield current, (_next_to(before, current), None)


def _next_to(first: Unit | None, second: Unit) -> Unit | None:
    """Returns the first of two units if the second follows it in a document."""
    if first is None or not first.document or first.document != second.document:
        return None
    return first if second.position == first.position + 1 else None


def _text(unit: Unit | None, language: str) -> str:
    variant = unit.variant(language) if unit is not None else None
    return variant.text if variant is not None else ""


def _with_properties(unit: Unit, said: Mapping[str, str]) -> Unit:
    """Returns a unit with properties that it has not yet."""
    return replace(unit, properties={**{name: value for name, value in said.items() if value}, **unit.properties})


def _bare(tag: str) -> str:
    return primary(tag)


_TRADOS_LEVELS = {
    Status.DRAFT: "Draft",
    Status.TRANSLATED: "Translated",
    Status.APPROVED: "ApprovedTranslation",
    Status.SUPERSEDED: "RejectedTranslation",
}


def _for_trados(unit: Unit, neighbours: Neighbours, source: str, target: str) -> Unit:
    """Returns a unit with the level, the context and the fields that Trados reads; notes it does not."""
    before = neighbours[0]
    context = " | ".join((_doubled(_text(before, source)), "", _doubled(_text(before, target)), ""))
    said = {
        "x-ConfirmationLevel": _TRADOS_LEVELS[unit.status],
        "x-ContextContent": context if before is not None else "",
        "x-Document:SingleString": unit.document,
        "x-Date:SingleString": unit.date,
        "x-Note:SingleString": unit.note,
    }
    return _with_properties(unit, said)


def _doubled(text: str) -> str:
    """Returns a part of a context with its bars doubled, which else part it from the next."""
    return text.replace("|", "||")


def _for_memoq(unit: Unit, neighbours: Neighbours, source: str, target: str) -> Unit:
    """Returns a unit whose source has its neighbours as memoQ reads them: each an escaped ``seg``."""
    said = {"corrected": "yes" if unit.status is Status.APPROVED else "no", "aligned": "no"}
    context = {
        "x-context-pre": _as_segment(_text(neighbours[0], source)),
        "x-context-post": _as_segment(_text(neighbours[1], source)),
    }
    original = unit.variant(source)
    variants = tuple(_with_context(one, context) if one is original else one for one in unit.variants)
    return _with_properties(replace(unit, variants=variants), said)


def _as_segment(text: str) -> str:
    return f"<seg>{escape(text)}</seg>" if text else ""


def _with_context(variant: Variant, context: Mapping[str, str]) -> Variant:
    said = {name: value for name, value in context.items() if value}
    return replace(variant, properties={**said, **variant.properties})


def _for_okapi(unit: Unit, neighbours: Neighbours, source: str, target: str) -> Unit:
    """Returns a unit that says whether it is approved in Okapi's property."""
    return _with_properties(unit, {"approved": "yes" if unit.status is Status.APPROVED else "no"})


PROFILES: Mapping[str, Profile] = {
    "": Profile(),
    "omegat": Profile(_bare),
    "weblate": Profile(_bare),
    "okapi": Profile(adapt=_for_okapi),
    "memoq": Profile(lambda tag: usual_region(tag).lower(), adapt=_for_memoq),
    "trados": Profile(
        usual_region,
        {"creationtool": "SDL Language Platform", "o-tmf": "SDL TM8 Format", "datatype": "xml"},
        (("x-TextContextMatchType", "PrecedingSourceAndTarget"), ("x-IncludesContextContent", "True")),
        _for_trados,
    ),
}
"""By the name that `--for` takes; "" for none."""
