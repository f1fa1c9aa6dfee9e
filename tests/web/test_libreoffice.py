"""LibreOffice's built-in remote checker shows the findings of a French paragraph."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHON = "/usr/bin/python3"
TEXT = "La réunion aura lieu le lundi 3 septembre 2019."


def has_office() -> bool:
    """Tells whether LibreOffice is here, with its bindings for the system's Python."""
    if shutil.which("soffice") is None or not Path(PYTHON).exists():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_office(), reason="no LibreOffice with its Python bindings is installed")
def test_a_paragraph_is_underlined_where_the_day_is_wrong(address: str, tmp_path: Path) -> None:
    script = Path(__file__).with_name("libreoffice.py")
    done = subprocess.run(
        [PYTHON, script, str(tmp_path / "profile"), address + "v2", TEXT],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    (finding,) = map(json.loads, done.stdout.splitlines())
    start, length, comment, suggestions = finding
    assert TEXT[start : start + length] == "lundi"
    assert "2019-09-03" in comment and suggestions == ["mardi"]
