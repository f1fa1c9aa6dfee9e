"""Tests findings that a project has accepted, as a reviser meets them."""

from __future__ import annotations

from tests.acceptance.conftest import Tmtool

ENGLISH = "The Group met on 3 May.\nIt has 12 members.\nIt has 12 members.\n"
FRENCH = "Le Groupe s’est réuni le 4 mai.\nIl compte 13 membres.\nIl compte 14 membres.\n"
LINES = ("check", "en.txt", "fr.txt", "--segmentation", "lines")


def drafts(filled: Tmtool, french: str = FRENCH) -> Tmtool:
    filled.write("tmtool.toml", 'db = "t.db"\n')
    filled.write("sub/en.txt", ENGLISH)
    filled.write("sub/fr.txt", french)
    return Tmtool(filled.folder / "sub", "../t.db")


def test_a_waived_finding_is_silent_counted_and_does_not_fail(filled: Tmtool) -> None:
    here = drafts(filled)
    before = here.json(*LINES, status=1)
    done = here.run(
        *LINES,
        *(part for row in before for part in ("--waive", f"{row['check']}:{row['segment']}")),
        "--reason",
        "so said",
    )

    assert done.returncode == 0
    assert f"tmtool-waivers.toml: {len(before)} findings waived\n" in done.stderr
    assert done.stdout.splitlines()[-1] == f"3 segments: {len(before)} waived"
    assert (filled.folder / "tmtool-waivers.toml").exists()
    assert [row["waived"] for row in here.json(*LINES)] == [True] * len(before)
    assert "✘" not in here.ok(*LINES)


def test_an_edit_revives_the_finding_and_its_waiver_is_named_as_idle(filled: Tmtool) -> None:
    here = drafts(filled)
    here.run(*LINES, "--waive", "numbers-value:2", "--reason", "a new member")
    here.write("fr.txt", FRENCH.replace("13", "15"))

    done = here.run("-v", *LINES)

    assert done.returncode == 1
    assert "holds for nothing here: numbers-value “13”: a new member (" in done.stderr
    assert all(not row["waived"] for row in here.json(*LINES, status=1))


def test_a_waiver_moves_with_the_words(filled: Tmtool) -> None:
    here = drafts(filled)
    here.run(*LINES, "--waive", "numbers-value:2", "--reason", "a new member")
    here.write("en.txt", f"Opening\n{ENGLISH}")
    here.write("fr.txt", f"Ouverture\n{FRENCH}")

    waived = [(row["segment"], row["check"]) for row in here.json(*LINES, status=1) if row["waived"]]

    assert waived == [(3, "numbers-value")]
    assert " · segment 3  numbers-value" in here.run("-v", *LINES).stdout


def test_a_waiver_needs_a_finding_and_a_reason(filled: Tmtool) -> None:
    here = drafts(filled)

    for arguments, message in (
        (("--waive", "numbers-value:1", "--reason", "x"), "numbers-value finds nothing in segment 1"),
        (("--waive", "numbers-value:2"), "--waive and --reason belong together"),
        (("--reason", "x"), "--waive and --reason belong together"),
        (("--waive", "numbers-value", "--reason", "x"), "no check with a segment"),
        (("--waive", "no-such:2", "--reason", "x"), "there is no check 'no-such'"),
    ):
        done = here.run(*LINES, *arguments)
        assert (done.returncode, message in done.stderr) == (2, True), done.stderr
    assert not (filled.folder / "tmtool-waivers.toml").exists()


def test_a_file_of_waivers_that_is_named_must_be_there(filled: Tmtool) -> None:
    here = drafts(filled)

    assert here.run(*LINES, "--waivers", "mine.toml").returncode == 3
    assert here.run(*LINES, "--waivers", "mine.toml", "--waive", "numbers-value:2", "--reason", "x").returncode == 1
    assert [row["waived"] for row in here.json(*LINES, "--waivers", "mine.toml", status=1)].count(True) == 1
