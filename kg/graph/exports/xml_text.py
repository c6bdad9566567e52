"""Text in XML: what XML 1.0 cannot hold at all is written as a picture of it, and told.

XML 1.0 (section 2.2) has no way to write the control characters below the space except tab, line feed and carriage
return, nor U+FFFE and U+FFFF: not even as references. XML 1.1 has, and hardly a program reads it. So ESC is written as
its picture ␛ (U+241B), and so on: one visible character for one, and every such text is counted and told. Lone
surrogates are no text, and no graph holds them.

U+0085 and U+2028 are plain characters to XML 1.0 but line ends to 1.1, and some readers of 1.0 (xmldom 0.9, which
graphology reads with) turn them into line feeds: `xml_file` writes them as references, which all leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from lxml import etree

from kg.graph.exports.options import Changes

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TOLD = "XML cannot hold their control characters, which are written as pictures of them (␛ for ESC)"


def changes() -> Changes:
    """A count of texts that XML cannot hold."""
    return Changes(TOLD)


def xml_text(text: str, where: str, told: Changes) -> str:
    r"""`text` as XML can hold it; if that is another one, `told` counts it, as standing at `where`.

    >>> told = changes()
    >>> xml_text("甲\x1b[2J\r\n", "x", told), told.count
    ('甲␛[2J\r\n', 1)
    """
    if not FORBIDDEN.search(text):
        return text
    told.note(where)
    return FORBIDDEN.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)


@contextmanager
def xml_file(out: BinaryIO) -> Iterator[etree._IncrementalFileWriter]:
    """An XML document to be written to `out` element by element, as UTF-8, with its declaration."""
    stream = _LineEndsAsReferences(out)
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        yield file
    stream.end()


class _LineEndsAsReferences:
    """Passes bytes on, with the line ends of XML 1.1 as references; a character may be cut between two writes."""

    REFERENCES = ((b"\xc2\x85", b"&#x85;"), (b"\xe2\x80\xa8", b"&#x2028;"))
    CUT = re.compile(rb"(?:\xc2|\xe2\x80?)\Z")

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._cut = out, b""

    def write(self, content: bytes) -> int:
        whole = self._cut + content
        cut = self.CUT.search(whole)
        self._cut = cut[0] if cut else b""
        whole = whole[: len(whole) - len(self._cut)]
        for character, reference in self.REFERENCES:
            whole = whole.replace(character, reference)
        self._out.write(whole)
        return len(content)

    def end(self) -> None:
        self._out.write(self._cut)
