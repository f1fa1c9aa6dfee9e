"""Defines the commands `tmtool terms edit`, `retire`, `merge`, and `history`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.errors import UsageError
from tmtool.languages import default_pair
from tmtool.model import Term, TermStatus
from tmtool.model.wording import joined, say
from tmtool.present.changes import concept_changes, past_concept_change
from tmtool.tasks import term_editing
from tmtool.tasks.term_history import history_of
from tmtool.terminology.concept_changes import Changed, ConceptEdit, TermEdit, differences


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` says what the command line asks to be changed in a concept and in one of its terms. None, or nothing
    of what is repeatable, leaves a value as it is; `status` and `language` are those of the terms to add, if there are
    any."""

    domain: str | None
    definition: str | None
    note: str | None
    contrast: tuple[str, ...]
    no_contrast: tuple[str, ...]
    add: tuple[str, ...]
    remove: tuple[str, ...]
    term: str | None
    text: str | None
    status: str | None
    part_of_speech: str | None
    gender: str | None
    number: str | None
    term_note: str | None
    replaced_by: str | None
    kind: str | None
    origin: str | None
    body: tuple[str, ...]
    not_with: tuple[str, ...]
    language: str | None

    def in_concept(self) -> ConceptEdit:
        """Returns the change of the concept. Raises UsageError if a term is to be changed that is not named."""
        in_term = self._in_term()
        if not self.term and in_term != TermEdit():
            raise UsageError(say("these options change a term"), say("name it with --term"))
        return ConceptEdit(
            domain=self.domain,
            definition=self.definition,
            note=self.note,
            contrasts=self.contrast,
            no_contrasts=self.no_contrast,
            added=self._added(),
            removed=self.remove,
            term=self.term or "",
            term_edit=in_term,
            language=self.language or "",
        )

    def _added(self) -> tuple[Term, ...]:
        status = TermStatus(self.status) if self.status else TermStatus.ADMITTED
        return tuple(Term(text, self.language or default_pair.TARGET, status) for text in self.add)

    def _in_term(self) -> TermEdit:
        return TermEdit(
            text=self.text,
            status=TermStatus(self.status) if self.status and not self.add else None,
            part_of_speech=self.part_of_speech,
            gender=self.gender,
            number=self.number,
            note=self.term_note,
            replaced_by=self.replaced_by,
            type=self.kind,
            source=self.origin,
            bodies=_values(self.body),
            not_with=_values(self.not_with),
        )


_undo = click.option("--undo", is_flag=True, help="Take the last change back, if this command made it.")


@click.command()
@click.argument("concept")
@click.option("--domain", help="Field of knowledge.")
@click.option("--definition", help="What the concept is, in a sentence.")
@click.option("--note", help="A note on its use.")
@click.option(
    "--contrast", multiple=True, metavar="ID", help="A concept that must not be confused with it; repeatable."
)
@click.option("--no-contrast", multiple=True, metavar="ID", help="A contrast to take out; repeatable.")
@click.option(
    "--add",
    type=options.Text(),
    multiple=True,
    metavar="TEXT",
    help="A further term, of --lang and --status; repeatable.",
)
@click.option("--remove", multiple=True, metavar="TEXT", help="A term to take out; repeatable.")
@click.option("--term", metavar="TEXT", help="The term that the following options change.")
@click.option("--text", type=options.Text(), help="How the term is written now.")
@click.option("--status", type=click.Choice([status.value for status in TermStatus]), help="Its status, or --add's.")
@click.option("--pos", "part_of_speech", help="Its part of speech.")
@click.option("--gender", type=click.Choice(["", "m", "f"]), help="Its gender.")
@click.option("--number", type=click.Choice(["", "sg", "pl"]), help="Its number, where it has one only.")
@click.option("--term-note", help="A note on this term.")
@click.option("--replaced-by", metavar="TEXT", help="The term to use instead of it.")
@click.option("--type", "kind", help="Its type, in the words of TBX: fullForm, acronym, abbreviation, shortForm.")
@click.option("--origin", help="Where it comes from: a symbol, a title, an address.")
@click.option("--body", multiple=True, metavar="NAME", help="A body that prefers it: a name, or how its symbols begin.")
@click.option("--not-with", multiple=True, metavar="WORD", help="A word not to be used next to it: 'word → right one'.")
@click.option("--lang", "language", type=options.Language(), help="The term's language; with --add, fr if not given.")
@_undo
@options.as_json
@pass_session
@options.gathered(Wanted)
def edit(session: Session, concept: str, wanted: Wanted, undo: bool, as_json: bool) -> None:
    """Change a concept, by its id, or one of its terms.

    \b
    Examples:
      tmtool terms edit shelter --note "not abri"
      tmtool terms edit shelter --add "abri" --status deprecated
      tmtool terms edit shelter --term "foyer" --status preferred --gender m
      tmtool terms edit official --term "fonctionnaire" --body "General Assembly"
      tmtool terms edit smuggling-of-migrants --term "trafic illicite de migrants" --not-with "commettre → se livrer à"
      tmtool terms edit shelter --undo
    """
    in_concept = wanted.in_concept()
    if undo and in_concept != ConceptEdit():
        raise _either()
    with session.open() as home:
        done = term_editing.undo(home, "edit", concept) if undo else term_editing.edit(home, concept, in_concept)
        _show(done, as_json)


@click.command()
@click.argument("concept")
@click.option("--term", metavar="TEXT", help="Only this term of it.")
@click.option(
    "--replaced-by", default="", metavar="NAME", help="The term to use instead; without --term, a concept's id."
)
@click.option("--lang", "language", type=options.Language(), help="The term's language, where both have it.")
@_undo
@options.as_json
@pass_session
def retire(
    session: Session, concept: str, term: str | None, replaced_by: str, language: str | None, undo: bool, as_json: bool
) -> None:
    """Mark a concept, or one of its terms, as superseded.

    \b
    Examples:
      tmtool terms retire gender-equality --term "égalité entre les sexes" --replaced-by "égalité des sexes"
      tmtool terms retire old-office --replaced-by new-office
      tmtool terms retire old-office --undo
    """
    if undo and (term or replaced_by or language):
        raise _either()
    with session.open() as home:
        if undo:
            changed = term_editing.undo(home, "retire", concept)
        elif term:
            changed = term_editing.retire_term(home, concept, term, replaced_by, language=language or "")
        else:
            changed = term_editing.retire_concept(home, concept, replaced_by)
        _show(changed, as_json)


@click.command()
@click.argument("kept")
@click.argument("others", nargs=-1)
@_undo
@options.as_json
@pass_session
def merge(session: Session, kept: str, others: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Put the terms of other concepts into the concept KEPT, and remove them.

    \b
    Examples:
      tmtool terms merge shelter shelter-for-victims
      tmtool terms merge shelter --undo
    """
    if undo and others:
        raise _either()
    if not (undo or others):
        raise UsageError(say("only one concept is named"), say("name after it those to merge into it"))
    with session.open() as home:
        _show(term_editing.undo(home, "merge", kept) if undo else term_editing.merge(home, kept, others), as_json)


@click.command()
@click.argument("concept")
@options.as_json
@pass_session
def history(session: Session, concept: str, as_json: bool) -> None:
    """Tell what people changed in a concept, the oldest change first.

    \b
    Example:
      tmtool terms history shelter
    """
    with session.open() as home:
        found = history_of(home, concept)
    for past in found:
        if as_json:
            click.echo(json_line(past_concept_change(past)))
            continue
        by = read(say(" by {author}", author=past.author)) if past.author else ""
        screen.show(screen.safe(f"{past.at}  {read_fixed(past.action)}{by}"))
        for line in differences(past.change):
            screen.paragraph(line, "      ", "  ")
    if not found and not as_json:
        screen.show(say("nobody changed it by hand"))


def _either() -> UsageError:
    return UsageError(say("say either what is to be other, or --undo"), say("see 'tmtool terms --help'"))


def _values(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """Returns what an option that is repeatable asks for: None if it was not given, nothing if it was given empty."""
    return tuple(value for value in given if value.strip()) if given else None


def _show(changed: Sequence[Changed], as_json: bool) -> None:
    if as_json:
        for change in changed:
            click.echo(json_line(concept_changes(change)))
        return
    lines = [(change.before.id, line) for change in changed for line in differences(change)]
    for identity, line in lines:
        screen.show(screen.safe(joined([identity, line], say(": "))))
    if not lines:
        screen.show(say("nothing to change"))
