"""Files as LibreOffice saves and prints them give the segments of the clean text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tmtool.formats.reading import read_document
from tmtool.text.tokens import normalise

EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "examples" / "agenda"
OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here"),
    pytest.mark.skipif(not EXAMPLES.is_dir(), reason="no example agenda here"),
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder with the example agendas in each format that LibreOffice was told to save them in."""
    assert OFFICE is not None
    folder = tmp_path_factory.mktemp("office")
    sources = [str(EXAMPLES / f"{language}.docx") for language in ("en", "fr")]
    for ending in ("odt", "pdf", "html"):
        command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(folder), *sources]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("ending", ["odt", "pdf", "html"])
def test_a_saved_or_printed_agenda_has_the_segments_of_the_clean_text(saved: Path, language: str, ending: str) -> None:
    document = read_document(saved / f"{language}.{ending}", language=language)
    found = [normalise(f"{segment.label} {segment.text}") for segment in document.segments]
    clean = (EXAMPLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    head = [re.sub(r"Original ?:", "Original:", line) for line in found]
    assert head == [re.sub(r"Original ?:", "Original:", normalise(line)) for line in clean]
