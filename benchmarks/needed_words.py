"""Makes the lists of words that terms need of the packaged term base: ``python benchmarks/needed_words.py``.

Without lists that fit, a check works them out for the whole term base when it starts, which takes some tenths of a
second.
"""

from __future__ import annotations

from tmtool.languages import supported
from tmtool.tasks.packaged import packaged_concepts, packaged_tables
from tmtool.tasks.packaged_words import file_of, written


def main() -> None:
    tables = packaged_tables()
    for language in supported():
        file = file_of(language)
        file.write_text(written(packaged_concepts(), language, tables), encoding="utf-8", newline="\n")
        print(f"{file}: {file.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
