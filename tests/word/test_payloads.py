"""What was once used to break out of a template, or to flood: every one is refused before anything is filled.

The first 28 are those of the threat list (research/ops.md, §4, threats 1 and 2), their names put to ours.
"""

from __future__ import annotations

import io

import pytest
from docx import Document

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.word.opening import open_template
from briefgen.word.rendering import Rendering
from tests.word.documents import opened, typed

NAMED = {
    "cycler globals": "{{ cycler.__init__.__globals__.os.popen('echo PWNED').read() }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__()|length }}",
    "attr filter": "{{ ''|attr('__class__') }}",
    "attr format, CVE-2025-27516": "{{ ('{0.__class__.__init__}'|attr('format'))(title) }}",
    "format, CVE-2016-10745": "{{ '{0.__class__.__mro__}'.format(title) }}",
    "format_map, CVE-2019-10906": "{{ '{a.__class__}'.format_map({'a':title}) }}",
    "indirect format, CVE-2024-56326": "{{ ['{0.__class__}']|map('format',title)|list }}",
    "stored reference to format": "{% set x='{0.__class__.__mro__}'.format %}{{ x(title) }}",
    "globals of a method": "{{ title.upper.__func__.__globals__ }}",
    "change a list": "{{ themes.append(1) }}{{ themes }}",
    "change a mapping": "{{ sections.update({'a':1}) }}{{ sections }}",
    "range": "{{ range(10**9)|length }}",
    "long string": "{{ 'A'*10**9 }}",
    "loops over ranges": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "power": "{{ 9**9**9 }}",
    "lipsum globals": "{{ lipsum.__globals__['os'].popen('echo PWNED').read() }}",
    "lipsum": "{{ lipsum(n=100000)|length }}",
    "include a file": "{% include '/etc/passwd' %}",
    "center": "{{ 'a'|center(10**9)|length }}",
    "power in brackets": "{{ 9**(9**9) }}",
    "item with underscores": "{{ title['__class__'] }}",
    "computed underscores": "{{ title['__cl'~'ass__'] }}",
    "import": "{% import 'os' as o %}",
    "macro that calls itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "set": "{% set x=1 %}",
    "join by an attribute": "{{ themes|join(attribute='__class__') }}",
    "replace": "{{ 'aaaaaaaaaa'|replace('a','aaaaaaaaaaaaaaaa')|replace('a','aaaaaaaaaaaaaaaaaaaa') }}",
}
"""27 of the 28; the last, loops within one another, are bounded instead: see below."""
MORE = (
    "self", "self._TemplateReference__context", "joiner.__init__.__globals__", "namespace.__init__", "title.__class__",
    "title|attr('__class__')", "(title).format", "title|map('upper')", "themes|join('-', '__class__')", "dict(a=1)",
    "[x for x in themes]", "{'a': title}", "title ~ title", "caller()", "super()", "title is callable",
    "config.items()", "request.application.__globals__", "loop.__class__", "title['__class__']|first",
)  # fmt: skip
"""Others, within braces."""
ALL = {**NAMED, **{said: f"{{{{ {said} }}}}" for said in MORE}}


@pytest.mark.parametrize("payload", ALL.values(), ids=ALL.keys())
def test_it_is_refused_in_one_line_in_a_paragraph_a_header_and_a_property(payload: str) -> None:
    document = opened(typed("x"))
    document.core_properties.title = payload
    buffer = io.BytesIO()
    document.save(buffer)
    for file in (typed(payload), typed("x", header=payload), File("mine.docx", buffer.getvalue())):
        with pytest.raises(EditorialError) as refusal:
            open_template(file)
        assert "\n" not in str(refusal.value)
        assert refusal.value.exit_code == 4


@pytest.mark.parametrize("payload", ALL.values(), ids=ALL.keys())
def test_it_yields_nothing_even_where_no_check_has_come_before(payload: str) -> None:
    document = opened(typed(payload))
    values = {"title": "T", "themes": ("one", "two"), "sections": ()}
    with pytest.raises(EditorialError):
        Rendering("mine.docx", lambda content, node: None).fill(document.element.body, values)


def test_loops_within_one_another_are_bounded() -> None:
    """The 28th: three loops over a list of the paper's are no flood; their rounds are counted all the same."""
    deep = "{% for a in themes %}{% for b in themes %}{% for c in themes %}x{% endfor %}{% endfor %}{% endfor %}"
    document: Document = opened(typed(deep))
    Rendering("mine.docx", lambda content, node: None).fill(document.element.body, {"themes": ("one", "two")})
    assert document.paragraphs[0].text == "x" * 8
    document = opened(typed(deep))
    with pytest.raises(EditorialError, match="go round more than 10000 times"):
        Rendering("mine.docx", lambda content, node: None).fill(document.element.body, {"themes": ("t",) * 100})
