"""Answers what is served."""

from __future__ import annotations

from collections.abc import Mapping

from tmtool import __version__
from tmtool.web.api.question import Asked, Question
from tmtool.web.api.shapes import AboutJson
from tmtool.web.desk import Desk


def _about(desk: Desk, asked: Asked) -> Mapping[str, object]:
    counted = desk.home.statistics()
    return {
        "name": "tmtool",
        "version": __version__,
        "languages": sorted(counted.languages),
        "memories": [{"memory": one.name, "units": one.units} for one in counted.memories],
        "concepts": sum(one.concepts for one in counted.memories),
    }


QUESTIONS = (Question("/api/about", "Say what is served", _about, AboutJson),)
