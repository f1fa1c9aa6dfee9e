"""Says what Grammalecte says of French texts.

Grammalecte (by Olivier R., GPL) is a program of its own, used where its command ``grammalecte-cli`` is installed. It is
asked once for all texts, since it starts slower than it reads. What the checks look at better, and what the United
Nations write in their own way (capitals, the third person of operative paragraphs), is switched off.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tmtool.errors import UsageError
from tmtool.model import Remark, Span
from tmtool.model.wording import say

_COMMANDS = ("grammalecte-cli", "grammalecte-cli.py")
_OFF = (
    "apos", "bs", "chim", "date", "eepi", "esp", "imp", "latex", "maj", "minis", "nbsp", "nf", "num", "tab", "tu",
    "typo", "unit", "virg",
)  # fmt: skip
_SECONDS, _CHARACTERS_A_SECOND = 60, 200
"""How long it may take to start, and how much it must read in a second after that."""
_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def command() -> str | None:
    """Returns the command that is installed next to this Python or on the PATH, None if there is none."""
    from shutil import which

    folders = (str(Path(sys.executable).parent), None)
    return next((found for folder in folders for name in _COMMANDS if (found := which(name, path=folder))), None)


def remarks(texts: Iterable[str]) -> Mapping[str, tuple[Remark, ...]]:
    """Returns what Grammalecte says of the texts, by text; those that it leaves alone are not there.

    Raises UsageError where it is not installed or gives no answer.
    """
    program = command()
    if program is None:
        raise UsageError(
            say("Grammalecte is not installed (there is no command grammalecte-cli)"),
            say("install it, or take it out of the table [check] of tmtool.toml"),
        )
    asked = [text for text in dict.fromkeys(texts) if text.strip()]
    with TemporaryDirectory(prefix="tmtool-") as folder:
        file = Path(folder, "texts.txt")
        file.write_text("".join(f"{text.translate(_LINE_ENDS)}\n" for text in asked), encoding="utf-8")
        given = ["--file", str(file), "--json", "--opt_off", *_OFF]
        limit = _SECONDS + sum(map(len, asked)) / _CHARACTERS_A_SECOND
        try:
            answer = subprocess.run(
                [program, *given], capture_output=True, encoding="utf-8", check=False, timeout=limit
            )
        except subprocess.TimeoutExpired:
            raise UsageError(
                say("{program} has given no answer in {limit:.0f} seconds", program=program, limit=limit),
                say("see whether it works by itself, or take it out of the table [check] of tmtool.toml"),
            ) from None
    try:
        return read_answer(answer.stdout, asked)
    except (ValueError, LookupError, TypeError) as error:
        said = (answer.stderr.strip().splitlines() or [repr(error)])[-1]
        raise UsageError(
            say("{program} gives no answer that can be read: {said}", program=program, said=said),
            say("see what it says by itself"),
        ) from error


def read_answer(answer: str, asked: Sequence[str]) -> Mapping[str, tuple[Remark, ...]]:
    """Returns the remarks in an answer in JSON on the texts `asked`, a paragraph each. Raises ValueError, LookupError
    or TypeError for another content."""
    found = {
        asked[paragraph["iParagraph"] - 1]: tuple(map(_remark, paragraph["lGrammarErrors"]))
        for paragraph in json.loads(answer)["data"]
    }
    return {text: some for text, some in found.items() if some}


def _remark(entry: Mapping[str, Any]) -> Remark:
    # "g3__gn_les_1m__b2_a1_1": the pass, the family, the place in the rule.
    stages = entry["sRuleId"].split("__")
    return Remark(
        span=Span(entry["nStart"], entry["nEnd"]),
        rule=stages[1] if len(stages) > 1 else stages[0],
        message=entry["sMessage"],
        suggestions=tuple(one for one in entry["aSuggestions"] if one),
    )
