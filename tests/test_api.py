"""The Python API gives what the command line gives, of the same database."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import tmtool
from tests.acceptance.conftest import REPOSITORY, Tmtool, with_what_comes_along
from tmtool.errors import DatabaseError, InputError, UsageError
from tmtool.present.alignments import alignment as alignment_json
from tmtool.present.concordance import line as line_json
from tmtool.present.findings import finding as finding_json
from tmtool.present.lines import json_line
from tmtool.present.matches import answer as answer_json
from tmtool.present.suggestions import suggestion as suggestion_json
from tmtool.present.terms import occurrence as occurrence_json
from tmtool.tasks.align import SURE

ENGLISH, FRENCH = (REPOSITORY / "samples" / f"agenda.{tag}.txt" for tag in ("en", "fr"))
QUERY = "The seventeenth meeting of the Working Group on Firearms will be opened on 10 September 2030."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Tmtool:
    """Gives a database with what comes along, to be read only."""
    return with_what_comes_along(tmp_path_factory.mktemp("made"), project)


@pytest.fixture(scope="module")
def memory(made: Tmtool) -> Iterator[tmtool.TranslationMemory]:
    with tmtool.open(made.folder / made.db) as memory:
        yield memory


def plain(value: Mapping[str, object]) -> dict[str, object]:
    """Returns what a program reads of a line of JSON, without the time that it took."""
    read: dict[str, object] = json.loads(json_line(value))
    return {key: content for key, content in read.items() if key != "ms"}


def test_a_lookup_answers_as_the_command_line_does(memory: tmtool.TranslationMemory, made: Tmtool) -> None:
    assert [plain(answer_json(memory.lookup(QUERY)))] == list(map(plain, made.json("lookup", QUERY)))


def test_many_lookups_answer_as_each_alone(memory: tmtool.TranslationMemory) -> None:
    queries = ["Opening of the meeting", QUERY, "Other matters", "trafficking in persons"]
    together = [plain(answer_json(one)) for one in memory.lookup_all(queries)]
    assert together == [plain(answer_json(memory.lookup(one))) for one in queries]


def test_a_document_gets_the_suggestions_of_the_command_line(memory: tmtool.TranslationMemory, made: Tmtool) -> None:
    found = [plain(suggestion_json(one, "fr")) for one in memory.suggest(ENGLISH)]
    assert found == made.json("suggest", ENGLISH)


def test_a_text_is_read_as_a_file_with_it(memory: tmtool.TranslationMemory) -> None:
    document = tmtool.document(ENGLISH.read_text(encoding="utf-8"))
    assert memory.suggest(document) == memory.suggest(str(ENGLISH))


def test_a_draft_gets_the_findings_of_the_command_line(memory: tmtool.TranslationMemory, made: Tmtool) -> None:
    found = [plain(finding_json(one)) for one in memory.check(FRENCH, ENGLISH)]
    assert found == made.json("check", ENGLISH, FRENCH, "--fail-on", "never")
    assert found


def test_texts_are_checked_as_files_with_them() -> None:
    english = tmtool.document(ENGLISH.read_text(encoding="utf-8"))
    french = tmtool.document(FRENCH.read_text(encoding="utf-8"), language="fr")
    assert tmtool.check(french, english) == tmtool.check(FRENCH, ENGLISH)


def test_two_documents_are_aligned_as_on_the_command_line(memory: tmtool.TranslationMemory, made: Tmtool) -> None:
    assert [plain(alignment_json(memory.align(ENGLISH, FRENCH)))] == made.json("align", ENGLISH, FRENCH)


def test_terms_and_concordances_are_those_of_the_command_line(memory: tmtool.TranslationMemory, made: Tmtool) -> None:
    text = "They combat migrant smuggling and trafficking in persons."
    assert [plain(occurrence_json(one, text, "fr")) for one in memory.terms(text)] == made.json("terms", "find", text)
    french = memory.between("fr", "en").concordance("trafic illicite de migrants", limit=3)
    expected = made.json("concordance", "--lang", "fr", "--limit", 3, "trafic illicite de migrants")
    assert [plain(line_json(one)) for one in french] == expected
    assert len(expected) == 3


def test_threads_share_a_memory(memory: tmtool.TranslationMemory) -> None:
    queries = [QUERY, "Opening of the meeting", "Other matters"] * 8
    expected = [memory.lookup(one).matches for one in queries]
    together = threading.Barrier(4)

    def ask(query: str) -> tuple[tmtool.Match, ...]:
        together.wait(60)
        return memory.lookup(query).matches

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, queries)) == expected


def test_answers_go_from_process_to_process(memory: tmtool.TranslationMemory) -> None:
    answer = memory.lookup("The Working Group discussed trafficking in persons.")
    assert answer.terms
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_what_is_aligned_is_added_once(tmp_path: Path) -> None:
    with tmtool.open(tmp_path / "t.db", create=True) as memory:
        alignment = memory.align(ENGLISH, FRENCH)
        first, second = memory.add(alignment), memory.add(alignment)
    assert 20 < first.added <= len(alignment.units(SURE))
    assert (second.added, second.unchanged, second.removed) == (0, len(alignment.units(SURE)), 0)


def test_documents_without_names_are_not_added(tmp_path: Path) -> None:
    with tmtool.open(tmp_path / "t.db", create=True) as memory:
        alignment = memory.align(tmtool.document("Other matters"), tmtool.document("Autres questions", language="fr"))
        with pytest.raises(UsageError, match="no names"):
            memory.add(alignment)


def test_a_document_in_another_language_is_refused(memory: tmtool.TranslationMemory) -> None:
    with pytest.raises(UsageError, match="in fr, not in en"):
        memory.suggest(tmtool.document("Ouverture de la session", language="fr"))
    assert memory.between("fr", "en").suggest(tmtool.document("Ouverture de la réunion", language="fr"))[0].rate == 100


def test_the_other_language_of_the_usual_pair_need_not_be_named(made: Tmtool) -> None:
    with tmtool.open(made.folder / made.db, source_language="FR") as memory:
        assert (memory.source_language, memory.target_language) == ("fr", "en")
        assert memory.lookup("Ouverture de la réunion").matches[0].target == "Opening of the meeting"


def test_what_is_no_language_tag_is_refused(memory: tmtool.TranslationMemory) -> None:
    with pytest.raises(UsageError, match="'français' is not a language tag"):
        memory.between("français", "en")


def test_good_files_are_in_when_the_first_bad_one_is_told(tmp_path: Path) -> None:
    bad, worse, good = (tmp_path / name for name in ("bad.tmx", "worse.tmx", "good.tsv"))
    bad.write_text("<tmx><nothing", encoding="utf-8")
    good.write_text("en\tfr\nOther matters\tQuestions diverses\n", encoding="utf-8")
    with tmtool.open(tmp_path / "t.db", create=True) as memory:
        with pytest.raises(InputError) as raised:
            memory.import_(bad, worse, good)
        assert raised.value.path == bad
        assert [str(worse) in note for note in raised.value.__notes__] == [True]
        assert memory.lookup("Other matters").matches[0].target == "Questions diverses"


def test_a_large_file_is_read_without_another_process_unless_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.tasks.reading_units.LARGE", 1)
    (tmp_path / "a.tsv").write_text("en\tfr\nOther matters\tQuestions diverses\n", encoding="utf-8")
    with tmtool.open(tmp_path / "t.db", create=True) as memory:
        monkeypatch.setattr("tmtool.tasks.reading_units._read_apart", None)
        (report,) = memory.import_(tmp_path / "a.tsv")
    assert report.added == 1


def test_a_missing_database_is_a_fault_of_the_package(tmp_path: Path) -> None:
    with pytest.raises(tmtool.TmtoolError) as raised:
        tmtool.open(tmp_path / "none.db")
    assert isinstance(raised.value, DatabaseError)


def test_without_a_path_it_is_the_database_of_the_command_line(
    made: Tmtool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMTOOL_DB", str(made.folder / made.db))
    monkeypatch.chdir(tmp_path)
    with tmtool.open() as memory:
        assert memory.path == str(made.folder / made.db)


def test_the_package_has_its_names_and_no_others() -> None:
    assert all(getattr(tmtool, name).__module__.startswith("tmtool.") for name in tmtool.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'sqlite3'"):
        tmtool.__getattr__("sqlite3")
    assert set(tmtool.__all__) <= set(dir(tmtool))


def test_to_import_the_package_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import tmtool; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) - {"__future__"} == {"tmtool"}


def test_numpy_is_loaded_for_one_thread_wherever_that_is() -> None:
    code = "import os; from tmtool.languages import encoder; print(os.environ['OPENBLAS_NUM_THREADS'])"
    surroundings = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stdout.strip() == "1"
