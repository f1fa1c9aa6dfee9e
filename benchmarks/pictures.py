"""Draws the README's pictures from what the commands print and write: docs/pictures/terminal.svg, page.png and, as
a French-speaking reviser sees it, page.fr.png.

Run: python benchmarks/pictures.py (the page needs a browser of the Chromium family). The SVG asks nothing of the
network.
"""

from __future__ import annotations

import io
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLUMNS = 90
COMMANDS = (
    'tmtool lookup --limit 1 "The seventeenth meeting of the Working Group on Firearms will be opened on Tuesday,'
    ' 10 September 2030, at 10 a.m."',
    'tmtool concordance "smuggled migrant" --limit 2',
)
"""What the picture of the terminal shows; tests/acceptance/test_readme.py holds it against what they print now."""
WINDOW = (1100, 800)


def main() -> None:
    """Draws all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(ROOT / "samples", folder / "samples")
        tmtool(folder, "init")
        draw_terminal(folder, PICTURES / "terminal.svg")
        draw_page(folder, PICTURES / "page.png", "en")
        draw_page(folder, PICTURES / "page.fr.png", "fr")


def tmtool(folder: Path, *arguments: str) -> str:
    """Returns what a command prints on a terminal of COLUMNS columns, colours included."""
    parent, child = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "HOME": str(folder), "TMTOOL_DB": "tm.db", "TERM": "xterm"}
    environment["LC_ALL"] = "C.UTF-8"
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "tmtool", *arguments], cwd=folder, env=environment, stdout=child, stderr=child
    )
    os.close(child)
    parts = []
    try:
        while part := os.read(parent, 1 << 16):
            parts.append(part)
    except OSError:
        pass  # The end of a terminal whose program has ended.
    os.close(parent)
    assert process.wait() == 0, b"".join(parts).decode()
    return b"".join(parts).decode().replace("\r\n", "\n")


def draw_terminal(folder: Path, out: Path) -> None:
    """Draws the commands and what they print, as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for command in COMMANDS:
        console.print(Text(f"$ {command}", style="bold"))
        console.print(Text.from_ansi(tmtool(folder, *shlex.split(command)[1:]).rstrip("\n") + "\n"))
    # Without the fonts that rich would have fetched.
    frame = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    picture = console.export_svg(title="tmtool", theme=MONOKAI, code_format=frame, unique_id="terminal")
    out.write_text(re.sub(r"[ \t]+$", "", picture, flags=re.MULTILINE), encoding="utf-8")


def draw_page(folder: Path, out: Path, language: str) -> None:
    """Draws the page of the findings in the sample draft in a language, as a browser shows it."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert browser, "no browser of the Chromium family is installed"
    page = folder / "findings.html"
    samples = ("samples/agenda.en.txt", "samples/agenda.fr.txt")
    tmtool(folder, "--ui", language, "check", *samples, "--fail-on", "never", "-o", page.name)
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile"]
    picture = [f"--window-size={WINDOW[0]},{WINDOW[1]}", f"--screenshot={out}"]
    subprocess.run([browser, *flags, *picture, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()
