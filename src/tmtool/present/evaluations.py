"""How good the suggestions are on documents already translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from tmtool.tasks.evaluate import Evaluation, Score, SystemScores


class ScoreJson(TypedDict):
    """A score with its 95 % interval, and the signature that says how it was made."""

    score: float
    low: float
    high: float
    signature: str


class SystemJson(TypedDict):
    """The scores of one way to suggest, the characters still typed, and the share of characters kept."""

    chrf: ScoreJson
    bleu: ScoreJson
    ter: ScoreJson
    typed: int
    kept: float


class BandJson(TypedDict):
    """Segments of a band, their words, and how many suggestions are the stored translation."""

    segments: int
    words: int
    right: int


class EvaluationJson(TypedDict):
    """The result of a replay, by band and by way to suggest."""

    documents: int
    segments: int
    leave_out: str
    bands: dict[str, BandJson]
    systems: dict[str, SystemJson]


def evaluation(value: Evaluation) -> EvaluationJson:
    """The object of `evaluate`."""
    return {
        "documents": value.documents,
        "segments": value.segments,
        "leave_out": value.leave_out,
        "bands": {
            name: {"segments": band.segments, "words": band.words, "right": band.right}
            for name, band in value.bands.items()
        },
        "systems": {name: _system(scores) for name, scores in value.systems.items()},
    }


def _system(value: SystemScores) -> SystemJson:
    return {
        "chrf": _score(value.chrf),
        "bleu": _score(value.bleu),
        "ter": _score(value.ter),
        "typed": value.typed,
        "kept": value.kept,
    }


def _score(value: Score) -> ScoreJson:
    return {"score": value.score, "low": value.low, "high": value.high, "signature": value.signature}
