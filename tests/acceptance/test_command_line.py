"""Tests what holds for all commands: help under headings, slips named, one name for an option, one status for an ending
that cannot be written, and shells that complete."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from tests.acceptance.all_commands import commands
from tests.acceptance.conftest import Tmtool
from tmtool.cli.main import SECTIONS

DRAFT = "a.txt"


ALL = {" ".join(names): command for names, command in commands()}


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_tmtool_alone_shows_its_help_with_the_commands_in_groups(tmtool: Tmtool, arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tmtool", *arguments], capture_output=True, encoding="utf-8", env=tmtool.environment()
    )

    assert (done.returncode, done.stderr) == (0, "")
    places = [done.stdout.index(f"\n{heading}:\n") for heading in SECTIONS]
    assert places == sorted(places)


def test_an_interrupt_after_all_is_done_ends_without_a_word(tmtool: Tmtool) -> None:
    script = (
        "import gc, os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "gc.freeze = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.argv[1:] = ['--version']\n"
        "from tmtool.cli.main import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=tmtool.environment())
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


def test_an_interrupt_while_modules_are_loaded_ends_without_a_word(tmtool: Tmtool) -> None:
    script = (
        "import runpy, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "runpy.run_module('tmtool', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=tmtool.environment())
    assert (done.returncode, done.stderr) == (130, "")


def test_a_group_alone_shows_its_help(tmtool: Tmtool) -> None:
    assert "\nLook up:\n  find " in tmtool.ok("terms")


def test_the_help_says_of_each_command_in_a_line_what_it_does() -> None:
    for section in SECTIONS.values():
        for name, (_, line) in section.items():
            assert line.endswith("."), name
            assert len(line) < 70, name


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("looup", "x"), "tmtool: No such command 'looup'. Did you mean 'lookup'? See 'tmtool --help'\n"),
        (("terms", "serch"), "tmtool: No such command 'serch'. Did you mean 'search'? See 'tmtool terms --help'\n"),
        (("xyzzy",), "tmtool: No such command 'xyzzy'; see 'tmtool --help'\n"),
        (
            ("lookup", "--treshold", "80", "x"),
            "tmtool: No such option '--treshold'. Did you mean '--threshold'? See 'tmtool lookup --help'\n",
        ),
    ],
)
def test_a_mistyped_word_is_answered_with_the_one_meant(tmtool: Tmtool, wrong: tuple[str, ...], message: str) -> None:
    done = tmtool.run(*wrong)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def options() -> Iterator[tuple[str, click.Option]]:
    for path, command in ALL.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield path, parameter


def test_one_thing_has_one_name_in_all_commands() -> None:
    """A language is --source-lang or --target-lang, a limit --limit, a file to write -o; --lang is the
    language of the one text that a command line has, a phrase or a term."""
    pair = {path: option.opts for path, option in options() if option.name == "source_language"}
    assert pair.pop("concordance") == ["--lang", "--source-lang"]
    assert all(names == ["--source-lang"] for names in pair.values())
    assert {path for path, option in options() if option.opts == ["--lang"]} == {"terms edit", "terms retire"}
    for name in ("--target-lang", "--output", "--limit", "--threshold", "--memory", "--document", "--json", "--undo"):
        declared = {
            (tuple(option.opts), option.metavar, option.type.name) for _, option in options() if name in option.opts
        }
        assert len(declared) == 1, name


def test_a_language_is_asked_for_on_both_sides_or_on_none() -> None:
    sources = {path for path, option in options() if "--source-lang" in option.opts}
    assert sources == {path for path, option in options() if "--target-lang" in option.opts}


@pytest.mark.parametrize("name", [path for path, option in options() if option.name == "target_language"])
def test_the_target_is_the_other_language_of_the_pair(name: str) -> None:
    command = ALL[name]
    for given, expected in (("en", "fr"), ("fr", "en"), ("fr-CA", "en"), ("de", "fr")):
        context = click.Context(command, resilient_parsing=False)
        option = {parameter.name: parameter for parameter in command.params}
        option["source_language"].handle_parse_result(context, {"source_language": given}, [])
        option["target_language"].handle_parse_result(context, {}, [])
        assert context.params["target_language"] == expected


WRITING = [
    ("export", "out.xyz"),
    ("terms", "export", "out.xyz"),
    ("terms", "extract", DRAFT, "-o", "out.xyz"),
    ("suggest", DRAFT, "-o", "out.xyz"),
    ("concordance", "session", "-o", "out.xyz"),
    ("align", DRAFT, DRAFT, "-o", "out.xyz"),
    ("check", DRAFT, "-o", "out.xyz"),
    ("check", DRAFT, "--fix", "-o", "out.xyz"),
    ("convert", DRAFT, "out.xyz"),
]


def test_every_command_that_writes_a_file_is_looked_at() -> None:
    writing = {path for path, command in ALL.items() for one in command.params if one.name == "out"}
    looked_at = {" ".join(words[: 2 if words[0] == "terms" else 1]) for words in WRITING}
    assert writing == looked_at


@pytest.mark.parametrize("made_before", [True, False], ids=["with a database", "without a database"])
@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_an_ending_that_cannot_be_written_is_a_wrong_command_line(
    tmtool: Tmtool, arguments: tuple[str, ...], made_before: bool
) -> None:
    tmtool.write(DRAFT, "Ouverture de la session\n")
    if made_before:
        tmtool.write("terms.tsv", "en\tfr_admitted\nsession\tsession\n")
        tmtool.ok("import", "terms.tsv")

    done = tmtool.run(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "out.xyz" in done.stderr
    assert "end its name in ." in done.stderr
    assert not (tmtool.folder / "out.xyz").exists()


def completed(tmtool: Tmtool, line: str, word: str = "") -> list[str]:
    """Returns what bash would offer after the words of `line` for `word`: kind and text."""
    environment = {
        **tmtool.environment(),
        "_TMTOOL_COMPLETE": "bash_complete",
        "COMP_WORDS": f"{line} {word}",
        "COMP_CWORD": str(len(line.split())),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tmtool"], capture_output=True, encoding="utf-8", env=environment, cwd=tmtool.folder
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("tmtool", "lo", ["plain,lookup"]),
        ("tmtool terms", "e", ["plain,edit", "plain,extract", "plain,export"]),
        ("tmtool lookup", "--th", ["plain,--threshold"]),
        ("tmtool --db x.db lookup", "--b", ["plain,--batch"]),
        ("tmtool check --fail-on", "w", ["plain,warning"]),
        ("tmtool lookup --source-lang", "f", ["plain,fr"]),
        ("tmtool checks", "dates-w", ["plain,dates-weekday"]),
        ("tmtool check", "agenda", ["file,agenda"]),
        ("tmtool suggest -o", "", ["file,"]),
    ],
)
def test_a_shell_completes_commands_options_values_and_files(
    tmtool: Tmtool, line: str, word: str, offered: list[str]
) -> None:
    assert completed(tmtool, line, word) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(tmtool: Tmtool, shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tmtool"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "_TMTOOL_COMPLETE": f"{shell}_source"},
    )
    assert done.returncode == 0
    assert f"_TMTOOL_COMPLETE={shell}_complete" in done.stdout


def test_a_shell_that_completes_a_command_imports_no_other(tmtool: Tmtool) -> None:
    code = (
        "import os, sys\n"
        "os.environ.update(_TMTOOL_COMPLETE='bash_complete', COMP_WORDS='tmtool l', COMP_CWORD='1')\n"
        "from tmtool.cli import main\n"
        "try:\n    main.run()\n"
        "except SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith('tmtool.cli.')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "tmtool.cli.lookup" not in done.stdout
    assert "plain,lookup" in done.stdout
