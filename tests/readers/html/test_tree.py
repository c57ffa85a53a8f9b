from __future__ import annotations

import pytest

from briefgen.errors import SourceError
from briefgen.model.source import File
from briefgen.readers.html import read_html
from tests.readers.drawing import drawn


def sheet(body: str, encoding: str = "utf-8"):
    return read_html(File("a.html", body.encode(encoding)))


def notes(read) -> list[tuple[str, str]]:
    return [(n.label, n.text) for n in read.notes]


WIKI = """<div id="mw-content-text"><p>A bridge.<sup id="cite_ref-1" class="reference"><a
href="#cite_note-1">[1]</a></sup> A ferry.<sup
id="cite_ref-S_2-0" class="reference"><a
href="#cite_note-S-2">[2]</a></sup><sup id="cite_ref-S_2-1"
class="reference"><a href="#cite_note-S-2">[2]</a></sup></p>
<h2>References<span class="mw-editsection">[edit]</span></h2>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span>
<span class="reference-text">Smith 1999.</span></li><li id="cite_note-S-2"><span class="mw-cite-backlink">^
<a href="#cite_ref-S_2-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-S_2-1"><sup><i><b>b</b></i></sup></a></span>
<span class="reference-text">Jones.</span></li></ol></div>"""

WORD = """<div class=WordSection1><p class=MsoNormal>A bridge.<a href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference>[1]</span></a> A ferry.<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1"><span
class=MsoEndnoteReference>[i]</span></a></p></div><div><br clear=all><hr align=left><div id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Smith 1999.</p></div></div>
<div><hr><div id=edn1><p class=MsoEndnoteText><a href="#_ednref1" name="_edn1">[i]</a> Jones.</p>
<p>More.</p></div></div>"""

PANDOC = """<p>A bridge.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> A
ferry.<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Smith 1999.<a href="#fnref1"
class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>Jones.</p><p>More.<a href="#fnref2"
role="doc-backlink">↩︎</a></p></li></ol></section>"""

EPUB = """<p>A bridge.<a epub:type="noteref" href="#n1">1</a> A ferry.<a epub:type="noteref" href="#n2">*</a></p>
<aside epub:type="footnote" id="n1"><p>Smith 1999.</p></aside><aside epub:type="footnote" id="n2">* Jones.</aside>"""

ROWS = """<p>A bridge.<sup><a name="r1" href="#f1">1</a></sup> A ferry.<sup><a name="r2" href="#f2">2</a></sup></p>
<table><tr><td><a name="f1" href="#r1">1</a></td><td>Smith 1999.</td></tr><tr><td><a name="f2" href="#r2">2</a></td>
<td>Jones.</td></tr></table>"""

LINES = """<p>A bridge.<a id="r1" href="#fn1">1</a> A ferry.<a id="r2" href="#fn2">2</a></p>
<p><a id="fn1"></a>1. Smith 1999.<br>
<a id="fn2"></a>2. Jones.</p>"""

TERMS = """<p>A bridge.<sup id="r1"><a href="#f1">1</a></sup> A ferry.<sup id="r2"><a href="#f2">2</a></sup></p>
<dl><dt id="f1"><a href="#r1">1</a></dt><dd>Smith 1999.</dd><dt id="f2"><a href="#r2">2</a></dt><dd>Jones.</dd></dl>"""

TEXINFO = """<p>A bridge.<a id="DOCF1" href="#FOOT1"><sup>1</sup></a> A ferry.<a id="DOCF2"
href="#FOOT2"><sup>2</sup></a></p><div class="footnote"><hr><h4>Footnotes</h4><h5><a id="FOOT1" href="#DOCF1">(1)</a>
</h5><p>Smith 1999.</p><h5><a id="FOOT2" href="#DOCF2">(2)</a></h5><p>Jones.</p><p>More.</p></div>"""

DOCBOOK = """<p>A bridge.<a id="id-1.2"></a><a href="#ftn.id-1.2" class="footnote"><sup>[1]</sup></a> A ferry.<a
id="id-1.3"></a><a href="#ftn.id-1.3" class="footnote"><sup>[2]</sup></a></p><div class="footnotes"><br/><hr/>
<div id="ftn.id-1.2" class="footnote"><p><a href="#id-1.2"><sup>[1] </sup></a> Smith 1999.</p></div>
<div id="ftn.id-1.3" class="footnote"><p><a href="#id-1.3"><sup>[2] </sup></a> Jones.</p></div></div>"""


@pytest.mark.parametrize(
    ("page", "text", "second"),
    [
        (WIKI, "A bridge.[⟦1⟧] A ferry.[⟦2⟧][⟦2⟧]", ("2", "Jones.")),
        (WORD, "A bridge.[⟦1⟧] A ferry.[⟦i⟧]", ("i", "Jones. More.")),
        (PANDOC, "A bridge.⟦1⟧ A ferry.⟦2⟧", ("2", "Jones. More.")),
        (EPUB, "A bridge.⟦1⟧ A ferry.⟦*⟧", ("*", "Jones.")),
        (ROWS, "A bridge.⟦1⟧ A ferry.⟦2⟧", ("2", "Jones.")),
        (LINES, "A bridge.⟦1⟧ A ferry.⟦2⟧", ("2", "Jones.")),
        (TERMS, "A bridge.⟦1⟧ A ferry.⟦2⟧", ("2", "Jones.")),
        (TEXINFO, "A bridge.⟦1⟧ A ferry.⟦2⟧", ("2", "Jones. More.")),
        (DOCBOOK, "A bridge.[⟦1⟧] A ferry.[⟦2⟧]", ("2", "Jones.")),
    ],
    ids=["wiki", "word", "pandoc", "e-book", "rows", "lines", "terms", "texinfo", "docbook"],
)
def test_note_links_are_marks_and_their_notes_are_texts(page, text, second):
    read = sheet(page)
    assert drawn(read) == [text]
    assert notes(read) == [("1", "Smith 1999."), second]


def test_a_note_knows_its_first_mark():
    read = sheet(WIKI)
    assert [read.text[n.at : n.at + 1] for n in read.notes] == ["1", "2"]


def test_raised_digits_are_candidates_and_a_list_under_notes_is_texts():
    page = (
        "<p>A bridge.<sup>1</sup> By 10<sup>6</sup> on the 1<sup>st</sup>.<span style='vertical-align: super'>2</span>"
    )
    read = sheet(f"{page}<h2>Notes</h2><ol><li>Smith.</li><li>Jones.</li></ol>")
    assert drawn(read) == ["A bridge.⟪1⟫ By 10⟪6⟫ on the 1st.⟪2⟫"]
    assert notes(read) == [("1", "Smith."), ("2", "Jones.")]


def test_numbered_paragraphs_under_notes_are_texts():
    read = sheet("<p>A bridge.<sup>1</sup></p><p><b>Notes</b></p><p>1. Smith.</p><p>2. Jones.</p>")
    assert notes(read) == [("1", "Smith."), ("2", "Jones.")]
    assert drawn(read) == ["A bridge.⟪1⟫"]


@pytest.mark.parametrize(
    "page",
    [
        '<p>See <a href="#s3">3</a>.</p><h2 id="s3">Section</h2><p>More.</p>',
        '<p>See <a href="#s3">3</a>.</p><p id="s3">Section</p>',
        '<p>See <a href="#n3">3</a>.</p><h2 id="n3">3</h2><p>More.</p>',
        '<p id="x">See <a href="other.html#fn3">3</a>.</p><p id="fn3">Text</p>',
        '<p id="fn3">Text</p><p>See <a href="#fn3">3</a>.</p>',
    ],
)
def test_other_links_are_text(page):
    read = sheet(page)
    assert read.given == ()
    assert read.notes == ()


@pytest.mark.parametrize("path", ["a.html", "https://example.org/bridge"])
def test_links_to_the_page_itself_are_inward(path):
    page = f'<link rel="canonical" href="https://example.org/bridge"><p>A bridge.<a href="{path}#fn1">1</a></p>'
    assert notes(sheet(f'{page}<p id="fn1">Smith.</p>')) == [("1", "Smith.")]


def test_a_note_link_that_leads_nowhere_is_a_mark_without_text():
    read = sheet('<p>A bridge.<a role="doc-noteref" href="#gone">4</a></p>')
    assert drawn(read) == ["A bridge.⟨4⟩"]
    assert read.notes == ()


def test_a_page_that_says_which_links_are_marks_means_no_words_by_them():
    page = """<p>A bridge.<a role="doc-noteref" href="#n1">1</a> See <a href="#n1">note 1</a>.<a role="doc-noteref"
    href="#n2">smith-1999</a></p><p id="n1">Note 1. Smith.</p><p id="n2">Brown.</p>"""
    read = sheet(page)
    assert drawn(read) == ["A bridge.⟦1⟧ See note 1.⟦smith-1999⟧"]
    assert notes(read) == [("1", "Smith."), ("smith-1999", "Brown.")]


def test_a_tables_caption_is_a_passage():
    table = (
        "<table><caption>Table 1. Bridges</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    assert drawn(sheet(table))[0] == "Table 1. Bridges"


CHROME = """<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><header>Our site</header>
<nav>Home</nav><div class="cookie-banner">We use cookies</div><div id="sidebar">Popular</div><main><article>
<header><h1>Bridges</h1></header><p>A bridge was opened in 1920, and many people crossed it every day of the year.</p>
<aside>Buy now</aside><p aria-hidden="true">icon</p><p style="display: none">hidden</p><script>x</script>
<div class="share-buttons">Share</div></article></main><footer>Imprint</footer></body></html>"""


def test_what_is_not_the_document_is_dropped():
    assert drawn(sheet(CHROME)) == [
        "#Bridges",
        "A bridge was opened in 1920, and many people crossed it every day of the year.",
    ]


def test_a_name_alone_does_not_make_most_of_a_page_furniture():
    assert drawn(sheet('<div class="content related"><p>A bridge was opened.</p></div><p>x</p>')) == [
        "A bridge was opened.",
        "x",
    ]


def test_white_space_runs_together_as_a_browser_shows_it():
    page = "<div>One\n  <b>two </b> <i> three</i><br>four<p> five </p>six <q>seven</q><pre>a\n  b</pre></div>"
    assert drawn(sheet(page)) == ["One two three\nfour", "five", "six “seven”", "a\n  b"]


def test_two_line_breaks_end_a_paragraph():
    assert drawn(sheet("<body>One<br>two<br><br>three")) == ["One\ntwo", "three"]


def test_headings_have_their_levels():
    assert drawn(sheet("<h1>A</h1><p>x</p><h3>B</h3><p>y</p>")) == ["#A", "x", "###B", "y"]


def test_cells_are_passages_that_know_their_heads():
    page = """<table><tr><th>Year<th>In<th>Out</tr><tr><td rowspan=2>1992<td>5<sup>1</sup><td>6</tr><tr>
    <td>7<td><p>8</p><p>9</p></tr></table>"""
    read = sheet(page)
    assert drawn(read) == ["Year", "In", "Out", "1992", "5⟪1⟫", "6", "7", "8\n9"]
    assert {p.kind for p in read.passages} == {"cell"}
    assert [h.of(read.text) for h in read.passages[5].heads] == ["1992", "Out"]
    assert [h.of(read.text) for h in read.passages[7].heads] == ["Out"]


def test_a_table_that_lays_text_out_is_text():
    read = sheet("<table><tr><td><h2>A</h2><p>One.</p><td>Two.</table>")
    assert [(p.kind, p.span.of(read.text)) for p in read.passages] == [
        ("heading", "A"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
    ]


@pytest.mark.parametrize(("said", "encoding"), [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("gbk", "gbk")])
def test_a_page_is_decoded_by_its_own_word(said, encoding):
    text = {"cp1252": "L’été — fini", "cp1251": "Договор", "gbk": "习近平"}[encoding]
    assert drawn(sheet(f'<meta charset="{said}"><p>{text}</p>', encoding)) == [text]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("<div>" * 3000 + "x", "a.html: is nested too deeply"),
        ("<script>x</script>", "a.html: holds no text"),
        ("<!-- x -->", "a.html: holds no text"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(page, line):
    with pytest.raises(SourceError) as caught:
        sheet(page)
    assert str(caught.value).startswith(line)


def test_no_entity_is_fetched():
    read = sheet('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a&x;b</p>')
    assert "root" not in read.text


def test_the_sign_that_links_a_heading_to_itself_is_not_read():
    read = sheet('<h2 id="a">Harbours<a class="headerlink" href="#a">¶</a></h2><p>They froze <a href="#a">¶</a>.</p>')
    assert [p.span.of(read.text) for p in read.passages] == ["Harbours", "They froze ¶."]


@pytest.mark.parametrize(
    "ways",
    [
        '<ul><li><a accesskey="p" href="a.html"><b>Anterior</b>2. Ferries</a></li><li><a accesskey="n" href="b.html">'
        "<b>Siguiente</b>4. Rafts</a></li></ul>",
        '<p>Next: <a rel="next" href="b.html">Rafts</a>, Up: <a rel="up" href="i.html">Top</a></p>',
        '<div class="navfooter"><table><tr><td><a href="a.html">Prev</a></td><td>2. Ferries</td></tr></table></div>',
    ],
    ids=["keys", "relations", "class"],
)
def test_links_to_the_pages_before_and_after_are_not_read(ways):
    bridge = "A bridge was built. " * 5
    assert drawn(sheet(f"<body>{ways}<h1>Bridges</h1><p>{bridge}</p>{ways}</body>")) == ["#Bridges", bridge.strip()]


def test_a_paragraph_with_a_link_to_the_next_page_is_read():
    words = "The ferry that came after the bridge is told of"
    page = f'<body><h1>Bridges</h1><p>{words} <a rel="next" href="b.html">there</a>.</p></body>'
    assert drawn(sheet(page))[-1] == f"{words} there."


def test_a_page_that_shows_a_plain_text_sheet_by_sheet_is_read_as_that_text():
    bodies = (
        "   The bridge was built by the crown in the year of the\n"
        "   flood and was sold in the same year, together with the",
        "   land on either side of it and the houses that were on\n   it.\n\n2. Ferries\n\n"
        "   A ferry is a boat that goes from one side of a river\n   to the other, and back.",
        "   It has one ferryman, and in the year of the flood had\n   two of them.",
    )
    page = "".join(
        f"<pre>Order 12      Bridges     March 1920\n\n{body}\n\nThe Crown     [Page {n}]\n</pre>"
        for n, body in enumerate(bodies, 1)
    )
    assert [" ".join(line.split()) for line in drawn(sheet(page))][1:4] == [
        "The bridge was built by the crown in the year of the flood and was sold in the same year, together with the "
        "land on either side of it and the houses that were on it.",
        "#2. Ferries",
        "A ferry is a boat that goes from one side of a river to the other, and back.",
    ]


def test_a_listing_of_code_is_no_plain_text():
    code = "<pre>int main(void) {\n  return 0;\n}\n\nvoid stop(void) {\n}\n</pre>"
    assert len(drawn(sheet(code))) == 1
