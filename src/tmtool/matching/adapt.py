"""Makes the translation of a similar segment fit a query: replaces what differs, proves it, or says why not.

Values (dates, numbers, symbols, references …) are replaced one to one; names of bodies and titles by their known
translations; a list label or a final mark by the query's. The result is read again and must have the values of the
query. Whatever else differs, a negation above all, makes the result unsafe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tmtool.languages.language import Language
from tmtool.languages.rendering import UncertainError
from tmtool.matching.differences import align, differences
from tmtool.matching.edits import Edit, applied
from tmtool.matching.label_and_mark import label_and_mark
from tmtool.matching.names import KnownNames, Renaming, renamings
from tmtool.matching.open_places import open_places, place_of_value
from tmtool.matching.sentence import Sentence, read, reading, settled
from tmtool.matching.value_pairs import Replacement, is_same, replacements
from tmtool.model import Adaptation, Difference, OpenPlace, Placeable, PlaceableKind, Span, Substitution
from tmtool.model.wording import say
from tmtool.text.tokens import normalise

_LONGEST_COPY = 3
"""Words and values of a text that may be the same in both languages: "Annotations", "Documentation", "Annex II"."""
_BEYOND_VALUES = say("the query differs in more than values")


def adapt(
    query: str,
    source: str,
    target: str,
    *,
    source_language: Language,
    target_language: Language,
    known: KnownNames | None = None,
    habits: str = "",
    partly: bool = True,
) -> tuple[Adaptation, tuple[Difference, ...]]:
    """Returns the target of a stored pair adapted to the query, and what differs beyond values.

    `known` gives the translations of names; without it names are words like others.
    `habits` is other text of the target's memory, which shows the habits that the target itself does not.
    Without `partly` a target of which not all can be adapted is left as it is.
    """
    asked, stored = read(query, source_language), read(source, source_language)
    aligned = align(stored, asked)
    warnings = differences(stored, asked, aligned, source_language)
    names: tuple[Renaming, ...] = ()
    unnamed = ""
    if aligned.regions and known:
        found = renamings(stored, asked, aligned, target, known, (source_language, target_language))
        if isinstance(found, tuple):
            names = found
            asked = read(query, source_language, tuple(sorted(span for one in names for span in one.query)))
            stored = read(source, source_language, tuple(sorted(span for one in names for span in one.stored)))
            aligned = align(stored, asked)
            warnings = differences(stored, asked, aligned, source_language)
        else:
            unnamed = found.reason
    pairs = [(old.placeable, new.placeable) for old, new in aligned.pairs if old.placeable and new.placeable]
    if warnings:
        reasons = (_BEYOND_VALUES, unnamed) if unnamed else (_BEYOND_VALUES,)
        unchanged = Adaptation(target, (), safe=False, reasons=reasons)
        if not partly or len(aligned.regions) > 1 or _is_copy(target, stored):
            return unchanged, warnings
        left = list(open_places(stored, asked, aligned, target, known))
        is_framed_alike = (stored.label, stored.mark) == (asked.label, asked.mark)
        if not left and is_framed_alike and all(is_same(old, new) for old, new in pairs):
            return unchanged, warnings
        if is_framed_alike and all(old.value == new.value for old, new in pairs):
            # No more of the target changes.
            return replace(unchanged, open_places=tuple(left)), warnings
        partial = _substituted(stored, asked, target, pairs, (), target_language, habits, left)
        # A value that is not certain may depend on one that is.
        return (unchanged if partial.reasons else replace(partial, safe=False, reasons=reasons)), warnings
    return _substituted(stored, asked, target, pairs, names, target_language, habits), ()


def _substituted(
    stored: Sentence,
    asked: Sentence,
    target: str,
    pairs: Sequence[tuple[Placeable, Placeable]],
    names: tuple[Renaming, ...],
    language: Language,
    habits: str,
    left: Iterable[OpenPlace] = (),
) -> Adaptation:
    """Returns the target with all that differs replaced; not safe if something could not be, or does not prove
    right. `left` are places of the target that a person has to change."""
    source, query = stored.text, asked.text
    reasons: list[str] = []
    open_ = list(left)
    if _is_copy(target, stored):
        reasons.append(say("the target is a copy of its source"))
    translated = read(target, language, tuple(sorted(span for one in names for span in one.target)))
    translated = settled(translated, stored, language)
    plan = replacements(pairs, stored, asked, translated, language, habits)
    reasons += plan.reasons
    edits = [*_named(names, stored, asked, target)]
    written: dict[Placeable, str] = {}
    for replacement in plan.replacements:
        try:
            edit = _value_edit(replacement, source, query, target, language)
        except UncertainError as problem:
            reasons.append(problem.args[0])
            texts = replacement.old.span.of(source), replacement.new.span.of(query)
            open_.append(place_of_value(replacement.place, replacement.change, texts, target, language))
        else:
            edits.append(edit)
            written[replacement.place] = replacement.change.new
    reasons += label_and_mark(stored, asked, translated, language, edits, habits)
    result = _ended(applied(target, edits), translated, asked)
    if not reasons and not _verified(result, translated, written, names, language):
        reasons.append(say("the result, read again, does not have the values of the query"))
    substitutions = tuple(edit.substitution for edit in sorted(edits, key=lambda edit: edit.span))
    places = tuple(_moved(open_, edits)) if reasons or open_ else ()
    return Adaptation(result, substitutions, not reasons, tuple(dict.fromkeys(reasons)), places)


def _is_copy(target: str, stored: Sentence) -> bool:
    return normalise(target) == normalise(stored.text) and len(stored.items) > _LONGEST_COPY


def _moved(places: Iterable[OpenPlace], edits: Sequence[Edit]) -> Iterator[OpenPlace]:
    """Yields those places that no edit changes, where they are after the edits."""
    for one in places:
        if any(one.span.overlaps(edit.span) for edit in edits):
            continue
        by = sum(len(edit.text) - edit.span.end + edit.span.start for edit in edits if edit.span.end <= one.span.start)
        yield replace(one, span=Span(one.span.start + by, one.span.end + by))


def warnings_of(
    query: str, source: str, language: Language, values: Sequence[Placeable] | None = None
) -> tuple[Difference, ...]:
    """Returns what differs between a stored source and a query beyond values, which may be known of the source."""
    asked = read(query, language)
    stored = read(source, language) if values is None else reading(source, language, values)
    return differences(stored, asked, align(stored, asked), language)


def _named(names: Iterable[Renaming], stored: Sentence, asked: Sentence, target: str) -> Iterable[Edit]:
    for name in names:
        for old, new, place in zip(name.stored, name.query, name.target, strict=False):
            kind = "title" if name.title else "name"
            texts = old.of(stored.text), new.of(asked.text), place.of(target), name.new
            yield Edit(place, name.new, Substitution(kind, *texts))


def _value_edit(replacement: Replacement, source: str, query: str, target: str, language: Language) -> Edit:
    old, new, place = replacement.old.span.of(source), replacement.new.span.of(query), replacement.place
    rewritten = language.rewrite(target, place, replacement.change)
    said = Substitution(place.kind.value, old, new, rewritten.span.of(target), rewritten.text)
    return Edit(rewritten.span, rewritten.text, said)


def _ended(result: str, translated: Sentence, asked: Sentence) -> str:
    """Returns the result with one full stop where an abbreviation that ends the sentence comes or goes: "p.m.",
    "noon."."""
    if result.endswith("..") and not translated.text.endswith(".."):
        return result[:-1]
    return f"{result}." if translated.abbreviated and asked.mark == "." and not result.endswith(".") else result


def _verified(
    result: str, translated: Sentence, written: dict[Placeable, str], names: Iterable[Renaming], language: Language
) -> bool:
    """Tells whether the result has, in order, the values of the target with the new ones in the place of the old.

    Values inside names are those of the names. A number may be read, or said by no number (`Language.unread`).
    """
    unread = [one for one in written if one not in translated.placeables]
    wanted: list[tuple[Span, Placeable]] = [
        (one.span, Placeable(one.kind, one.span, written.get(one, one.value)))
        for one in (*translated.placeables, *unread)
    ]
    for name in names:
        for place in name.target:
            wanted += [(place, found) for found in language.placeables(name.new)]
    wanted.sort(key=lambda pair: pair[0].start)
    found = list(read(result, language).placeables)
    for value in {written[one] for one in written if one.kind is PlaceableKind.NUMBER}:
        others = language.unread(result, value)
        found += [one for one in others if not any(one.span.overlaps(known.span) for known in found)]
    found.sort(key=lambda one: one.span.start)
    return len(found) == len(wanted) and all(
        is_same(one, other) or _is_named_by(one, other) or _may_be(one, other, result, language)
        for one, (_, other) in zip(found, wanted, strict=True)
    )


def _may_be(one: Placeable, other: Placeable, text: str, language: Language) -> bool:
    """Tells whether a value of a text may be read as another value too, as the one that it replaces was."""
    return one.kind is other.kind and other.value in language.other_readings(one, one.span.of(text))


def _is_named_by(reference: Placeable, ordinal: Placeable) -> bool:
    """Tells whether a part of a document that was said by an ordinal is said by figures now: الفصل 24."""
    return (reference.kind, ordinal.kind) == (PlaceableKind.REFERENCE, PlaceableKind.ORDINAL) and (
        reference.value.rpartition(":")[2] == ordinal.value
    )
