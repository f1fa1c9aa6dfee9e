"""Defines the command `tmtool terms`."""

from __future__ import annotations

from collections.abc import Callable

import click

from tmtool.cli import options
from tmtool.cli.commands import Commands, Sections
from tmtool.cli.output import screen
from tmtool.cli.reader import json_line, read, read_fixed
from tmtool.cli.session import Session, pass_session
from tmtool.languages.direction import directions_of
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say, word
from tmtool.present.terms import concept as concept_json
from tmtool.present.terms import occurrence as occurrence_json
from tmtool.tasks.term_finding import find_terms
from tmtool.tasks.terms import add as add_concept
from tmtool.tasks.terms import search as search_concepts

SECTIONS: Sections = {
    "Look up": {
        "find": ("tmtool.cli.terms:find", "Name the terms in a text, whatever their form."),
        "search": ("tmtool.cli.terms:search", "Look a word up in the term base, in any language."),
    },
    "Change": {
        "add": ("tmtool.cli.terms:add", "Add a concept: a term and its translation."),
        "edit": ("tmtool.cli.terms_edit:edit", "Change a concept or one of its terms."),
        "retire": ("tmtool.cli.terms_edit:retire", "Mark a concept or a term as superseded."),
        "merge": ("tmtool.cli.terms_edit:merge", "Put the terms of other concepts into one."),
        "history": ("tmtool.cli.terms_edit:history", "Tell what people changed in a concept."),
    },
    "Check and exchange": {
        "check": ("tmtool.cli.terms_check:check", "Find what is wrong in the term base."),
        "extract": ("tmtool.cli.terms_extract:extract", "Propose terms that are in files and not in the term base."),
        "export": ("tmtool.cli.terms_export:export", "Write the term base to TBX, a table, UTX or a glossary."),
    },
}


@click.group(cls=Commands, sections=SECTIONS)
def terms() -> None:
    """Find, search, add and change terms."""


def _terms(name: str, text: str) -> Callable[[options.F], options.F]:
    """Adds an option that names further terms."""
    return click.option(name, type=options.Text(), multiple=True, metavar="TERM", help=text)


@click.command()
@click.argument("text")
@options.asked_languages()
@options.as_json
@pass_session
def find(
    session: Session, text: str, source_language: str, target_language: str, told: bool, into: str, as_json: bool
) -> None:
    """Name the terms in a text, whatever their form, with their translations.

    \b
    Example:
      tmtool terms find "They combat migrant smuggling and trafficking in persons."
      tmtool terms find "Ils luttent contre le trafic illicite de migrants."
    """
    directions = ((source_language, target_language),)
    with session.open() as home:
        for direction in directions_of(text, *directions[0], into) if told else directions:
            source_language, target_language = direction
            found = find_terms(home, text, source_language)
            if found:
                break
    if as_json:
        for occurrence in found:
            click.echo(json_line(occurrence_json(occurrence, text, target_language)))
        return
    screen.terms(found, text, target_language)
    if not found:
        screen.show(say("no term of the term base"))


@click.command()
@click.argument("query")
@options.as_json
@pass_session
def search(session: Session, query: str, as_json: bool) -> None:
    """Look a word, or a concept by its id, up in the term base, in any language; accents and capitals do not matter.

    \b
    Examples:
      tmtool terms search "entraide"
      tmtool terms search trafficking-in-firearms
    """
    with session.open() as home:
        found = search_concepts(home, query)
    for concept in found:
        if as_json:
            click.echo(json_line(concept_json(concept)))
        else:
            _print(concept)
    if not found and not as_json:
        screen.show(say("no term with “{query}”", query=screen.safe(query)))


@click.command()
@click.argument("source", type=options.Text())
@click.argument("target", type=options.Text())
@_terms("--admitted", "Another target term that may be used; repeatable.")
@_terms("--deprecated", "A target term not to be used; repeatable.")
@_terms("--superseded", "A target term that TARGET replaces; repeatable.")
@click.option(
    "--id", "identity", type=options.Text(), metavar="ID", help="The concept's id; made from SOURCE if not given."
)
@click.option("--pos", default="", help="Part of speech: noun, verb, adj.")
@click.option("--gender", type=click.Choice(["", "m", "f"]), default="", help="Gender of the target term.")
@click.option("--number", type=click.Choice(["", "sg", "pl"]), default="", help="Its number, where it has one only.")
@click.option("--origin", default="", help="Where the target term comes from: a symbol, a title, an address.")
@click.option(
    "--not-with", multiple=True, metavar="WORD", help="A word not to be used next to it, or 'word → what to write'."
)
@click.option("--domain", default="", help="Field of knowledge.")
@click.option("--definition", default="", help="What the concept is, in a sentence.")
@click.option("--note", default="", help="A note on its use.")
@options.languages
@options.as_json
@pass_session
def add(
    session: Session,
    source: str,
    target: str,
    admitted: tuple[str, ...],
    deprecated: tuple[str, ...],
    superseded: tuple[str, ...],
    identity: str | None,
    pos: str,
    gender: str,
    number: str,
    origin: str,
    not_with: tuple[str, ...],
    domain: str,
    definition: str,
    note: str,
    source_language: str,
    target_language: str,
    as_json: bool,
) -> None:
    """Add a concept: the SOURCE term and its preferred TARGET term.

    \b
    Example:
      tmtool terms add "people smuggler" "passeur" --deprecated "contrebandier" --gender m --domain migrants
    """
    others = [(TermStatus.ADMITTED, admitted), (TermStatus.DEPRECATED, deprecated)]
    concept = Concept(
        id=identity or "",
        terms=(
            Term(source, source_language, part_of_speech=pos),
            Term(target, target_language, TermStatus.PREFERRED, pos, gender, number, source=origin, not_with=not_with),
            *(Term(text, target_language, status, pos) for status, texts in others for text in texts),
            *(Term(text, target_language, TermStatus.SUPERSEDED, pos, replaced_by=target) for text in superseded),
        ),
        domain=domain,
        definition=definition,
        note=note,
    )
    with session.open_to_add() as home:
        added = add_concept(home, concept)
    if as_json:
        click.echo(json_line(concept_json(added.concept)))
    else:
        session.tell(say("added {concept}", concept=added.concept.id))
    for other in added.namesakes:
        session.tell(
            say(
                "“{source}” is a term of {other} too; 'tmtool terms merge' makes one of both",
                source=source,
                other=other,
            )
        )


def _print(concept: Concept) -> None:
    domain = f" ({read(word(concept.domain))})" if concept.domain else ""
    screen.show(click.style(f"{concept.id}{domain}", bold=True))
    for term in concept.terms:
        sign = "✓" if term.status.accepted else "✗"
        told = [part for part in (term.gender, term.number, term.type) if part]
        told += [f"→ {term.replaced_by}"] if term.replaced_by else []
        told += [f"({', '.join(term.bodies)})"] if term.bodies else []
        status = read_fixed(term.status.value).ljust(max(len(read_fixed(one.value)) for one in TermStatus))
        line = f"  {term.language}  {sign} {status}  {screen.safe(term.text)}  {screen.safe(' '.join(told))}"
        screen.show(line.rstrip())
        not_with = say("not with: {words}", words="; ".join(term.not_with)) if term.not_with else ""
        origin = say("source: {source}", source=term.source) if term.source else ""
        for text in filter(None, (term.note, not_with, origin)):
            screen.paragraph(text, "          ")
    contrasts = (
        say("not to be confused with: {concepts}", concepts=", ".join(concept.contrasts)) if concept.contrasts else ""
    )
    for text in (
        concept.definition,
        concept.said_note,
        contrasts,
        say("as of {date}", date=concept.date) if concept.date else "",
    ):
        if text:
            screen.paragraph(text, "      ")
