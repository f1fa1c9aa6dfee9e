"""How good would the suggestions have been? Replays stored documents against the rest of the memory.

Each document is taken out of a copy of the database, with what came after it if asked, and its
segments are looked up in their order. What is suggested is scored against the stored translation by
sacrebleu (chrF++, BLEU, TER), next to two baselines: the best raw match as it is, and nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from tmtool.errors import InputError, UsageError
from tmtool.languages import default_pair
from tmtool.matching.context import place_of, series, surroundings_of
from tmtool.matching.lookup import Lookup
from tmtool.matching.repeats import one_wording
from tmtool.model import Match, MatchKind, Unit
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.tasks.suggest import BANDS, band_of, words_in

_BOOTSTRAP = 1_000


@dataclass(frozen=True, slots=True)
class Score:
    """A `Score` is a score of a whole system with its 95 % interval from bootstrap samples, and how it was made."""

    score: float
    low: float
    high: float
    signature: str


@dataclass(frozen=True, slots=True)
class SystemScores:
    """`SystemScores` says what one way to suggest is worth. `typed` is how many characters a translator would still
    insert or replace, `kept` the share of the suggested ones that stay, 0 to 1."""

    chrf: Score
    bleu: Score
    ter: Score
    typed: int
    kept: float


@dataclass(frozen=True, slots=True)
class Band:
    """Segments of a band, their words, and in how many the suggestion is the stored translation exactly."""

    segments: int = 0
    words: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An `Evaluation` is the result of a replay. `systems` are ``tmtool``, ``raw`` (the best match as it is) and
    ``nothing``."""

    documents: int
    segments: int
    leave_out: str
    bands: dict[str, Band]
    systems: dict[str, SystemScores]


@dataclass(frozen=True, slots=True)
class _Replayed:
    source: str
    reference: str
    best: Match | None
    raw: Match | None


def evaluate(
    home: Home,
    *,
    memory: str | None = None,
    leave_out: str = "document",
    source_language: str = default_pair.SOURCE,
    target_language: str = default_pair.TARGET,
    threshold: int = 50,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Replays every document of `memory` (None for all) against the rest.

    `leave_out` is ``document`` (this one) or ``later`` (this one and those of its series that are not
    older). `progress` is told the documents done and their number. Raises UsageError for a memory that
    there is not, InputError if no stored document has text in both languages.
    """
    if memory is not None and memory not in (names := home.sources.memories()):
        raise UsageError(
            say("there is no memory '{memory}'", memory=memory), say("there are {names}", names=", ".join(names))
        )
    documents = _documents(home, memory, source_language, target_language)
    if not documents:
        raise InputError(
            say("no document with text in both languages to replay"), say("import some, or name another --memory")
        )
    replayed: list[_Replayed] = []
    with home.trial() as trial:
        for number, (symbol, units) in enumerate(documents.items()):
            progress(number, len(documents))
            absent = {symbol} if leave_out == "document" else set(_not_older(symbol, documents))
            with trial.rehearsal():
                trial.units.remove_documents(absent)
                lookup = Lookup(trial, source_language, target_language)
                replayed += _replay(lookup, symbol, units, source_language, target_language, threshold)
    progress(len(documents), len(documents))
    return Evaluation(
        documents=len(documents),
        segments=len(replayed),
        leave_out=leave_out,
        bands=_bands(replayed),
        systems={
            "tmtool": _scores(replayed, [one.best.offered if one.best else "" for one in replayed]),
            "raw": _scores(replayed, [one.raw.target if one.raw else "" for one in replayed]),
            "nothing": _scores(replayed, [""] * len(replayed)),
        },
    )


def _documents(home: Home, memory: str | None, source_language: str, target_language: str) -> dict[str, list[Unit]]:
    documents: dict[str, list[Unit]] = {}
    for _, unit in home.units.read(memory=memory):
        if unit.document and unit.variant(source_language) and unit.variant(target_language):
            documents.setdefault(unit.document, []).append(unit)
    return documents


def _not_older(symbol: str, documents: dict[str, list[Unit]]) -> Iterator[str]:
    own = series(symbol)
    date = documents[symbol][0].date
    for other, units in documents.items():
        if other == symbol or (own and series(other) == own and units[0].date >= date):
            yield other


def _replay(
    lookup: Lookup, symbol: str, units: Sequence[Unit], source_language: str, target_language: str, threshold: int
) -> Iterator[_Replayed]:
    texts = [_text(unit, source_language) for unit in units]
    places = [place_of(unit.context) for unit in units]
    found = [
        lookup.matches(text, threshold=threshold, surroundings=surroundings)
        for text, surroundings in zip(texts, surroundings_of(texts, places, symbol), strict=True)
    ]
    for unit, source, own, matches in zip(units, texts, found, one_wording(texts, found, lookup), strict=True):
        raw = max(own, key=lambda match: match.rate, default=None)
        yield _Replayed(source, _text(unit, target_language), matches[0] if matches else None, raw)


def _text(unit: Unit, language: str) -> str:
    variant = unit.variant(language)
    return variant.text if variant else ""


def _bands(replayed: Sequence[_Replayed]) -> dict[str, Band]:
    bands = dict.fromkeys(BANDS, Band())
    for one in replayed:
        kind, rate = (one.best.kind, one.best.rate) if one.best else (MatchKind.NONE, 0)
        name = band_of(kind, rate)
        old = bands[name]
        right = one.best is not None and one.best.offered == one.reference
        bands[name] = Band(old.segments + 1, old.words + words_in(one.source), old.right + right)
    return bands


def _scores(replayed: Sequence[_Replayed], suggested: list[str]) -> SystemScores:
    # Loaded when used: it takes longer than most commands run.
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    references = [one.reference for one in replayed]

    def scored(metric: Any) -> Score:
        # sacrebleu 2.6 mixes NumPy's and Python's numbers in its samples, which its own mean then refuses.
        compute = metric._compute_score_from_stats
        metric._compute_score_from_stats = lambda stats: compute([float(one) for one in stats])
        result = metric.corpus_score(suggested, [references], n_bootstrap=_BOOTSTRAP)
        mean, half = float(result._mean), float(result._ci)
        low, high = round(max(mean - half, 0.0), 2), round(mean + half, 2)
        return Score(round(result.score, 2), low, high, str(metric.get_signature()))

    typed = kept = 0
    for text, reference in zip(suggested, references, strict=True):
        steps = Levenshtein.opcodes(text, reference)
        typed += sum(step.dest_end - step.dest_start for step in steps if step.tag != "equal")
        kept += sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    offered = sum(map(len, suggested))
    return SystemScores(
        chrf=scored(CHRF(word_order=2)),
        bleu=scored(BLEU()),
        ter=scored(TER(case_sensitive=True)),
        typed=typed,
        kept=round(kept / offered, 4) if offered else 0.0,
    )
