"""The README's picture of the terminal shows what the commands print today."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

from lxml import etree
from rich.text import Text

from pictures import COMMANDS, PICTURES, ROOT, tmtool

SVG = "{http://www.w3.org/2000/svg}"


def test_the_terminal_shows_what_the_commands_print(tmp_path: Path, project: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    shutil.copy(project / "tm.db", tmp_path)
    printed = "".join(f"$ {command}{tmtool(tmp_path, *shlex.split(command)[1:])}" for command in COMMANDS)

    picture = etree.parse(str(PICTURES / "terminal.svg"))
    texts = [text for text in picture.iter(f"{SVG}text") if "title" not in (text.get("class") or "")]
    drawn = "".join("".join(map(str, text.itertext())) for text in texts)

    assert "".join(drawn.split()) == "".join(Text.from_ansi(printed).plain.split()), "run benchmarks/pictures.py"


def test_the_terminal_asks_nothing_of_the_network() -> None:
    assert "url(http" not in (PICTURES / "terminal.svg").read_text(encoding="utf-8")
