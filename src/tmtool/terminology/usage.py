"""How does a memory translate the concepts of a term base, and where does that contradict the term base?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tmtool.languages.letters import fold
from tmtool.model import Concept, TermStatus
from tmtool.model.wording import joined, say
from tmtool.terminology.consistency import Problem
from tmtool.terminology.recognise import Recogniser

_ENOUGH = 5
"""How often a concept must be translated before its usage says something."""
_OTHERWISE = 0.6
"""Share of pairs without any accepted term from which on the memory knows another one."""
_OUTNUMBERED = 4
"""How many times commoner than the preferred term an admitted one must be."""


@dataclass(slots=True)
class Usage:
    """A `Usage` counts how often a concept of the source is in pairs: with each target term, by its text, and with none
    (`otherwise`)."""

    concept: Concept
    terms: Counter[str] = field(default_factory=Counter)
    otherwise: int = 0

    @property
    def pairs(self) -> int:
        """Returns how many pairs have the concept in their source."""
        return self.terms.total() + self.otherwise


def usages(
    concepts: Sequence[Concept], pairs: Iterable[tuple[str, str]], source_language: str, target_language: str
) -> list[Usage]:
    """Returns the usage of each concept that is in the source of some pair, in the order of the concepts.

    Terms inside another term ("migrants" in "smuggling of migrants") are left out, as their translation may not
    show.
    """
    in_source = Recogniser(concepts, source_language)
    in_target = Recogniser(concepts, target_language)
    found: dict[int, Usage] = {}
    numbers = {id(concept): number for number, concept in enumerate(concepts)}
    for source, target in pairs:
        mentions = in_source.find(source)
        if not mentions:
            continue
        used: dict[int, list[str]] = defaultdict(list)
        for occurrence in in_target.find(target):
            used[numbers[id(occurrence.concept)]].append(occurrence.term.text)
        for number, mention in {numbers[id(one.concept)]: one for one in mentions}.items():
            if any(other.span != mention.span and other.span.holds(mention.span) for other in mentions):
                continue
            usage = found.setdefault(number, Usage(mention.concept))
            if texts := used.get(number):
                usage.terms[texts[0]] += 1
            else:
                usage.otherwise += 1
    return [found[number] for number in sorted(found)]


def contradicted(found: Iterable[Usage], target_language: str) -> Iterator[Problem]:
    """Yields the concepts whose usage contradicts the term base, with counts."""
    for usage in found:
        if usage.pairs < _ENOUGH:
            continue
        terms = {term.text: term for term in usage.concept.in_language(target_language)}
        accepted = sum(count for text, count in usage.terms.items() if terms[text].status.accepted)
        rejected = usage.terms.total() - accepted
        best = {_plain(term.text) for term in terms.values() if term.status is TermStatus.PREFERRED}
        preferred = sum(count for text, count in usage.terms.items() if _plain(text) in best)
        most, times = usage.terms.most_common(1)[0] if usage.terms else ("", 0)
        if rejected > accepted:
            said = say("a rejected term is the usual one")
        elif usage.otherwise >= _OTHERWISE * usage.pairs:
            said = say("most translations have none of its terms")
        elif times >= max(_ENOUGH, _OUTNUMBERED * preferred) and _plain(most) not in best and not most.isupper():
            said = say("an admitted term is the usual one")
        else:
            continue
        counts = ", ".join(f"“{text}” {count}" for text, count in usage.terms.most_common())
        other = say("none {number}", number=usage.otherwise) if usage.otherwise else ""
        message = say(
            "{said} in {pairs} pairs: {counts}",
            said=said,
            pairs=usage.pairs,
            counts=joined((part for part in (counts, other) if part), ", "),
        )
        yield Problem("contradicted", (usage.concept.id,), message)


def _plain(text: str) -> str:
    """Returns a term without case, accents and signs of the plural: "Groupes de travail" is "groupe de travail"."""
    return " ".join(word.rstrip("sx") for word in fold(text).split())
