"""A SARIF log says where in the file the words are, how they are repaired, and what the project has accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tmtool.checks.engine.registry import all_checks
from tmtool.checks.engine.waivers import Waiver, key_of
from tmtool.cli.output.sarif import write_sarif
from tmtool.present.report import Report
from tmtool.store import open_home
from tmtool.tasks.check import check

TSV = "en\tfr\r\nIt met.\tLe Groupe de de travail s’est réuni.\r\nIt is.\t« Il »  est , là.\r\n"
TMX = (
    "<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>A &amp; B met.</seg></tuv>\n"
    "<tuv xml:lang='fr'><seg>A &amp; B  se sont <hi>réunis</hi> , là.</seg></tuv></tu></body></tmx>\n"
)


def log(folder: Path, name: str, content: str, *waived: str) -> dict[str, Any]:
    """Returns the only run of the log of a file; findings of the checks `waived` are accepted."""
    path = folder / name
    path.write_bytes(content.encode())
    with open_home(folder / "t.db", create=True) as home:
        found = check(None, path, home=home)
        waivers = tuple(Waiver(key_of(one), "so said") for one in found.findings if one.check in waived)
        found = check(None, path, home=home, waivers=waivers)
    write_sarif(folder / "out.sarif", Report(path, None, found, waivers, "auto"))
    (run,) = json.loads((folder / "out.sarif").read_text("utf-8"))["runs"]
    assert isinstance(run, dict)
    return run


def regions(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]


def test_a_region_is_the_place_of_the_words_in_characters_of_the_file(tmp_path: Path) -> None:
    for name, content in (("a.tsv", TSV), ("a.tmx", TMX)):
        run = log(tmp_path, name, content)

        assert run["columnKind"] == "unicodeCodePoints"
        for region in regions(run):
            start = region["charOffset"]
            assert content[start : start + region["charLength"]] == region["snippet"]["text"]
            line = content.replace("\r\n", "\n").split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert [region["snippet"]["text"] for region in regions(run)] == ["  ", " "]


def test_the_fixes_of_a_log_repair_the_file(tmp_path: Path) -> None:
    run = log(tmp_path, "a.tsv", TSV)
    changes = [
        replacement
        for result in run["results"]
        for fix in result.get("fixes", ())
        for replacement in fix["artifactChanges"][0]["replacements"]
    ]
    text = TSV
    for one in sorted(changes, key=lambda one: one["deletedRegion"]["charOffset"], reverse=True):
        start = one["deletedRegion"]["charOffset"]
        end = start + one["deletedRegion"]["charLength"]
        text = text[:start] + one["insertedContent"]["text"] + text[end:]

    assert text == TSV.replace("de de", "de").replace("»  est ,", "» est,")


def test_every_result_has_its_rule_with_help(tmp_path: Path) -> None:
    run = log(tmp_path, "a.tsv", TSV)
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [check.name for check in all_checks()]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {result["level"] for result in run["results"]} <= {"error", "warning", "note"}


def test_what_is_waived_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    run = log(tmp_path, "a.tsv", TSV, "duplication-word")

    said = {result["ruleId"]: result["suppressions"] for result in run["results"]}
    assert said.pop("duplication-word") == [{"kind": "external", "status": "accepted", "justification": "so said"}]
    assert set(map(len, said.values())) == {0}
    assert all("suppressions" not in result for result in log(tmp_path, "a.tsv", TSV)["results"])


def test_a_fingerprint_stays_when_the_words_move(tmp_path: Path) -> None:
    before = log(tmp_path, "a.tsv", TSV)["results"][0]
    after = log(tmp_path, "a.tsv", TSV.replace("en\tfr\r\n", "en\tfr\r\nOne.\tUn.\r\n"))["results"][0]

    assert before["properties"]["segment"] + 1 == after["properties"]["segment"]
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_a_file_that_is_no_text_has_segments_for_places(tmp_path: Path) -> None:
    page = "<html><body><p>Le Groupe de de travail s’est réuni.</p></body></html>"
    (result,) = log(tmp_path, "a page.html", page)["results"]

    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": (tmp_path / "a page.html").as_uri(), "index": 0}},
            "logicalLocations": [
                {"name": "segment 1", "kind": "segment"},
                {"name": "paragraph 1", "kind": "place"},
            ],
        }
    ]
