from __future__ import annotations

import json

import pytest

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.notes import read_notes

SMITH = {
    "type": "book",
    "title": "Bridges of the North: A History",
    "author": [{"family": "Smith", "given": "Anna B."}],
    "publisher": "Nord Press",
    "publisher-place": "Oslo",
    "issued": {"date-parts": [[1999]]},
}
JONES = {
    "type": "article-journal",
    "title": "Ferries and tolls",
    "author": [{"family": "Jones", "given": "C."}, {"family": "Li", "given": "Wei"}],
    "container-title": "Journal of Ways",
    "volume": "12",
    "page": "12-34",
    "issued": {"date-parts": [[2001]]},
}


def written(works: list[dict[str, object]]) -> list[tuple[str, str]]:
    notes = read_notes(File("notes.json", json.dumps(works).encode()))
    return [(note.label, note.text) for note in notes]


def test_works_are_written_as_chicago_notes_in_the_order_of_their_numbers():
    assert written([{"id": "note12", **JONES}, {"id": 3, **SMITH}]) == [
        ("3", "Anna B. Smith, Bridges of the North: A History (Oslo: Nord Press, 1999)."),
        ("12", "C. Jones and Wei Li, “Ferries and Tolls”, Journal of Ways 12 (2001): 12–34."),
    ]


def test_a_work_cited_again_has_its_short_form():
    again = [{"id": "1", **SMITH}, {"id": "2", **JONES}, {"id": "3", **SMITH, "locator": "22"}, {"id": "4", **JONES}]
    assert written(again)[2:] == [
        ("3", "Smith, Bridges of the North, 22."),
        ("4", "Jones and Li, “Ferries and tolls”."),
    ]


BIB = r"""@book{2, author={Smith, Anna B. and Li, Wei}, title={Bridges of the {North}}, publisher={Nord Press},
  address={Oslo}, year=1999}
@article{n7, author={Jones, C.}, title={Ferries}, journal={Journal of Ways}, year=2001, pages={12--34}}
@book{n9, author={Smith, Anna B. and Li, Wei}, title={Bridges of the {North}}, year=1999}"""


def test_bibtex_is_read_too():
    notes = read_notes(File("notes.bib", BIB.encode()))
    assert [(n.label, n.text) for n in notes] == [
        ("2", "Anna B. Smith and Wei Li, Bridges of the North (Oslo: Nord Press, 1999)."),
        ("7", "C. Jones, “Ferries”, Journal of Ways, 2001, 12–34."),
        ("9", "Smith and Li, Bridges of the North."),
    ]
    assert notes[0].where == "notes.bib, “2”"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("n.json", '[{"id": 1,\n', "n.json:2: is no valid JSON"),
        ("n.json", "[1]", "n.json: is no CSL-JSON; write an array of works"),
        ("n.json", '[{"id": "1", "issued": "x"}]', "n.json: is no CSL-JSON: a work in it is not as it should be"),
        ("n.json", '[{"id": "smith", "title": "x"}]', "n.json: the key “smith” is no note number"),
        ("n.bib", "@book{2, author={Smith", "n.bib: is no BibTeX, or cut off"),
        ("n.bib", "hello", "n.bib: holds no work"),
    ],
)
def test_a_faulty_bibliography_is_refused_in_one_line(name, content, line):
    with pytest.raises(EditorialError) as caught:
        read_notes(File(name, content.encode()))
    assert str(caught.value).startswith(line)
