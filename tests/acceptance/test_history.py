"""Who changed what by hand is told, the newest change first."""

from __future__ import annotations

from tests.acceptance.conftest import Tmtool


def test_each_kind_of_change_is_told(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nOther matters\tAutres choses\nOther matters\tQuestions diverses\n")
    tmtool.ok("import", "a.tsv")
    assert tmtool.ok("history") == "nobody changed anything by hand\n"
    tmtool.ok("settle", "2")
    tmtool.ok("edit", "2", "--status", "approved")
    tmtool.ok("terms", "add", "shelter", "foyer")
    tmtool.ok("memory", "default", "--penalty", "5")
    tmtool.ok("forget", "--source", "a.tsv", "--yes")
    told = tmtool.json("history")
    assert [(one["action"], one["what"]) for one in told] == [
        ("forget", "source a.tsv"),
        ("weigh", "memory default · penalty 5"),
        ("add", "concept shelter"),
        ("edit", "unit 2"),
        ("settle", "unit 1"),
    ]
    assert (told[3]["before"]["status"], told[3]["after"]["status"]) == ("translated", "approved")
    assert tmtool.ok("history", "--limit", "1").splitlines()[1].endswith("forget  source a.tsv")
    assert tmtool.json("history", "--since", "2999-01-01") == []
    assert tmtool.run("history", "--since", "soon").returncode == 2
