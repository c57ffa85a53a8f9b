"""Our own sentences with holes → Words. Jinja2 over an allow-list: a sentence chooses and fills, it never calls."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.errors import EditorialError
from briefgen.model.brief import Words

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
"""Everything a sentence needs: holes, and one wording or another. No attribute, call, filter, loop or arithmetic."""

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.tests.clear()


def fill(where: str, sentence: str, values: Mapping[str, object]) -> str:
    """Fill the holes of a sentence.

    Args:
        where: the file and key it comes from, for errors.
        sentence: plain text with ``{{ name }}``, ``{{ a if n == 1 else b }}`` or ``{% if %}``.

    Raises:
        EditorialError: it is malformed, does more than choose and fill, or names what is not given.
    """
    try:
        return _compiled(where, sentence).render(values)
    except TemplateError as fault:
        mend = f"it may use: {', '.join(sorted(values))}" if values else "it may use no names"
        raise EditorialError(where, str(fault).rstrip("."), mend) from fault


def say(where: str, sentence: str, values: Mapping[str, object], basis: tuple[str, ...] = (), lang: str = "") -> Words:
    """Make words of ours: the only place where they are made (DESIGN §2, law 1).

    Args:
        where: the file and key the sentence comes from, for errors.
        sentence: as for ``fill``.
        values: what fills the holes.
        basis: ids of the facts that its numbers come from.
        lang: BCP 47 tag where it differs from the paper's language.

    Raises:
        EditorialError: as ``fill`` does.
    """
    return Words(fill(where, sentence, values), basis, lang)


@lru_cache(maxsize=1024)
def _compiled(where: str, sentence: str) -> Template:
    tree = _ENVIRONMENT.parse(sentence)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            raise EditorialError(where, f"may not use {type(node).__name__.lower()}", "a sentence only fills holes")
    return _ENVIRONMENT.from_string(sentence)
