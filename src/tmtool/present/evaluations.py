"""Says how good the suggestions are on documents already translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmtool.present.shapes.evaluations import EvaluationJson, ScoreJson, SystemJson
    from tmtool.tasks.evaluate import Evaluation, Score, SystemScores


def evaluation(value: Evaluation) -> EvaluationJson:
    """Returns the object of `evaluate`."""
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
