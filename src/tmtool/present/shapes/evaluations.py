"""Defines the shapes of the result of a replay."""

from typing import TypedDict


class ScoreJson(TypedDict):
    """A `ScoreJson` is a score with its 95 % interval, and the signature that says how it was made."""

    score: float
    low: float
    high: float
    signature: str


class SystemJson(TypedDict):
    """A `SystemJson` holds the scores of one way to suggest, the characters still typed, and the share of characters
    kept."""

    chrf: ScoreJson
    bleu: ScoreJson
    ter: ScoreJson
    typed: int
    kept: float


class BandJson(TypedDict):
    """A `BandJson` counts the segments of a band, their words, and how many suggestions are the stored translation."""

    segments: int
    words: int
    right: int


class EvaluationJson(TypedDict):
    """An `EvaluationJson` is the result of a replay, by band and by way to suggest."""

    documents: int
    segments: int
    leave_out: str
    bands: dict[str, BandJson]
    systems: dict[str, SystemJson]
