"""Which files of a folder are articles."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.sources.record import MediaType, Problem, printable

MEDIA: dict[str, MediaType | None] = {  # None: many records in one file
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": None,
}
SUFFIXES = ", ".join(MEDIA)
BUILD = frozenset(
    {
        "graph.ttl",
        "evidence.ttl",
        "facts.csv",
        "rejected.csv",
        "review.csv",
        "decisions.csv",
        "report.md",
        "explorer.html",
        "charts",
        "store",
    }
)
BUILT = frozenset({"graph.ttl", "evidence.ttl"})  # a folder with both is that of a build
REMEDIES = {"file": f"Only {SUFFIXES} are read", "linked folder": "Name it to have it read"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, and its id (POSIX path below the folder that was named)."""

    path: Path
    id: str


def file_id(relative: str) -> str:
    r"""The id of the file at `relative`. Bytes of a name that is no UTF-8 are shown as `\xd6`.

    >>> file_id(os.path.join("a", "b.txt"))
    'a/b.txt'
    """
    posix = Path(relative).as_posix()
    return os.fsencode(posix).decode("utf-8", "backslashreplace")


def list_folder(folder: Path) -> Iterator[Found | Problem]:
    """The articles' files in and below `folder`, by path component, then one problem for each kind left out.

    Hidden files and folders (`.git`) are passed over, and so is what a build wrote to a folder in here: its report and
    its page quote articles, and are none (`kg build . -o output`, the second time). Linked files are read; linked
    folders are not, as they may form a ring. Holds the names of one branch of the tree at a time.
    """
    left_out: Counter[tuple[str, str]] = Counter()
    files = 0
    for found in _walk(folder, "", left_out):
        files += isinstance(found, Found)
        yield found
    shown = printable(str(folder))
    for (noun, kind), count in sorted(left_out.items()):
        yield Problem(shown, f"{count} {noun if count == 1 else noun + 's'}{kind} left out", REMEDIES[noun])
    if not files:
        yield Problem(shown, "the folder holds no articles", f"Put files into it that end in {SUFFIXES}")


def _walk(folder: Path, below: str, left_out: Counter[tuple[str, str]]) -> Iterator[Found | Problem]:
    try:
        with os.scandir(folder) as entries:
            children = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        yield refused(str(folder), error)
        return
    if {entry.name for entry in children} >= BUILT:
        children = [entry for entry in children if entry.name not in BUILD]
    for entry in children:
        relative = f"{below}{entry.name}"
        suffix = Path(entry.name).suffix.lower()
        try:
            if entry.is_dir():
                if entry.is_symlink():
                    left_out["linked folder", ""] += 1
                else:
                    yield from _walk(Path(entry.path), f"{relative}/", left_out)
            elif suffix not in MEDIA:
                kind = f" with suffix {printable(file_id(suffix))}" if suffix else " without a suffix"
                left_out["file", kind] += 1
            else:
                yield Found(Path(entry.path), file_id(relative))
        except OSError as error:
            yield refused(entry.path, error)


def refused(path: str, error: OSError | ValueError) -> Problem:
    """What the operating system said about `path`, with what can be done about it."""
    shown = printable(path)
    if isinstance(error, FileNotFoundError):
        return Problem(shown, "there is no such file or folder", "Check the name; it may have been moved since")
    if isinstance(error, PermissionError):
        return Problem(shown, "may not be read (permission denied)", "Give yourself the right to read it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem(shown, f"cannot be read ({printable(reason)})", "Check the disk and the name")
