"""Words that may be cut at a margin, as word processors write them, are the same words to every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool

SOURCE = "Inter\u00adna\u00adtional co\u00adop\u00aderation in crim\u00adi\u00adnal mat\u00adters"
TARGET = "Co\u00adopé\u00adra\u00adtion inter\u00adna\u00adtio\u00adnale en ma\u00adtière pé\u00adnale"
TMX = """<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
srclang="en" datatype="plaintext"/><body><tu>
<tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="fr"><seg>{}</seg></tuv>
</tu></body></tmx>"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"
target-language="fr" datatype="plaintext"><body><trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>
</body></file></xliff>"""
TSV = "en\tfr\n{}\t{}\n"
FILES = {"a.tsv": TSV, "a.tmx": TMX, "a.xlf": XLIFF}


def plain(text: str) -> str:
    return text.replace("\u00ad", "")


@pytest.mark.parametrize("name", FILES)
def test_a_unit_keeps_its_soft_hyphens(tmtool: Tmtool, name: str) -> None:
    tmtool.write(name, FILES[name].format(SOURCE, TARGET))
    tmtool.ok("import", name)

    (match,) = tmtool.json("lookup", SOURCE)[0]["matches"]
    assert (match["rate"], match["kind"], match["source"], match["target"]) == (100, "exact", SOURCE, TARGET)
    tmtool.ok("export", "b.tmx")
    assert TARGET in (tmtool.folder / "b.tmx").read_text(encoding="utf-8")


def test_a_query_is_looked_up_without_its_soft_hyphens(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", TSV.format(plain(SOURCE), plain(TARGET)))
    tmtool.ok("import", "a.tsv")

    (match,) = tmtool.json("lookup", SOURCE)[0]["matches"]
    assert (match["rate"], match["kind"], match["target"]) == (100, "exact", plain(TARGET))


def test_a_text_with_soft_hyphens_is_translated_from_units_without(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", TSV.format(plain(SOURCE), plain(TARGET)))
    tmtool.ok("import", "a.tsv")
    tmtool.write("new.txt", f"{SOURCE}\n")

    assert tmtool.json("suggest", "new.txt")[0]["suggestion"] == plain(TARGET)
    tmtool.ok("suggest", "new.txt", "-o", "out.txt")
    assert (tmtool.folder / "out.txt").read_text(encoding="utf-8") == f"{plain(TARGET)}\n"


PAIRS = [
    (
        "The Work\u00ading Group will dis\u00adcuss the re\u00adport.",
        "Le Groupe de de tra\u00advail examinera le rap\u00adport.",
    ),
    ("The re\u00adport was adop\u00adted.", "Le rap\u00adport a été adop\u00adté."),
]


@pytest.mark.parametrize("name", FILES)
def test_checks_read_words_without_soft_hyphens_and_repairs_keep_them(made: Tmtool, tmp_path: Path, name: str) -> None:
    tmtool = Tmtool(tmp_path, str(made.folder / made.db))
    source, target = PAIRS[0]
    tmtool.write(name, FILES[name].format(source, target))
    tmtool.write(f"plain-{name}", FILES[name].format(plain(source), plain(target)))

    found = tmtool.json("check", "--all", "--fail-on", "never", name)
    assert found == tmtool.json("check", "--all", "--fail-on", "never", f"plain-{name}")
    for one in found:
        start, end = one["target_span"]
        assert one["target"][start:end] in plain(target)

    tmtool.run("check", name, "--fix", "-o", f"fixed-{name}")
    assert target.replace("de de", "de") in (tmtool.folder / f"fixed-{name}").read_text(encoding="utf-8")


def test_so_do_checks_of_plain_texts(made: Tmtool, tmp_path: Path) -> None:
    tmtool = Tmtool(tmp_path, str(made.folder / made.db))
    texts = ["\n\n".join(side) + "\n" for side in zip(*PAIRS, strict=True)]
    for side, text in zip(("en", "fr"), texts, strict=True):
        tmtool.write(f"{side}.txt", text)
        tmtool.write(f"plain-{side}.txt", plain(text))

    assert tmtool.json("check", "--all", "--fail-on", "never", "en.txt", "fr.txt") == tmtool.json(
        "check", "--all", "--fail-on", "never", "plain-en.txt", "plain-fr.txt"
    )
    tmtool.run("check", "en.txt", "fr.txt", "--fix", "-o", "fixed.txt")
    assert (tmtool.folder / "fixed.txt").read_text(encoding="utf-8") == texts[1].replace("de de", "de")
