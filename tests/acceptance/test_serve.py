"""The command line says who is let in, and refuses to serve other machines before it does."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool


def test_other_machines_are_not_served_without_a_token(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nAgenda\tOrdre du jour\n")
    tmtool.ok("import", "a.tsv")
    done = tmtool.run("serve", "--host", "0.0.0.0", "--no-browser")
    assert done.returncode == 2
    assert "token add" in done.stderr and done.stderr.count("\n") == 1


def test_an_address_that_cannot_be_had_is_told(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nAgenda\tOrdre du jour\n")
    tmtool.ok("import", "a.tsv")
    done = tmtool.run("serve", "--host", "192.0.2.1", "--open", "--no-browser")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_tokens_are_made_listed_and_revoked(tmtool: Tmtool) -> None:
    shown = tmtool.ok("token", "add", "weblate", "--days", 30).strip()
    assert len(shown) > 40
    (kept,) = tmtool.json("token", "list")
    assert kept["name"] == "weblate" and kept["until"] > kept["made"] and shown not in str(kept)
    tmtool.ok("token", "revoke", "weblate")
    assert tmtool.json("token", "list") == []


@pytest.mark.parametrize("arguments", [("add", " "), ("add", "a", "--days", "0"), ("revoke", "nobody")])
def test_a_token_that_cannot_be_is_told_in_a_line(tmtool: Tmtool, arguments: tuple[str, ...]) -> None:
    done = tmtool.run("token", *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
