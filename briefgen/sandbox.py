"""Our own sentences with holes → Words, and a template's tags → values. Jinja2 over an allow-list: nothing is called.

A sentence chooses and fills. The expression of a tag may also name a field of a value and take a harmless filter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.environment import TemplateExpression
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.errors import EditorialError, nearest
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

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "title", "trim", "upper")
"""Filters that a tag may take: none makes more than it is given, or formats, or calls."""
_ARGUMENTS = {"default": 1, "join": 1, "trim": 1}
"""Most that a filter is given in brackets: what stands for nothing, what stands between, what is cut off."""


class _Fields(ImmutableSandboxedEnvironment):
    """Looks a field up in a mapping and nowhere else: no value has attributes."""

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    # The second argument of the filter “join” comes this way.
    def getitem(self, obj: object, argument: object) -> object:
        return self.getattr(obj, str(argument))


_TAGS = _Fields(undefined=StrictUndefined, autoescape=False)
_TAGS.filters = {name: _TAGS.filters[name] for name in FILTERS}
# Every value is given, an empty one for what nobody said: Jinja's own filter would never see anything to replace.
_TAGS.filters["default"] = lambda value, other="": value or other
_TAGS.globals.clear()
_TAGS.tests.clear()


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


def evaluate(where: str, expression: str, values: Mapping[str, object]) -> object:
    """Give the value of a tag's expression.

    Args:
        where: the place of the tag, for errors.
        expression: ``title``, ``section.title|upper``, ``marking or "OPEN"``, ``a if n == 1 else b``.
        values: what it may name.

    Raises:
        EditorialError: it is malformed, does more than name, choose and filter, or names what is not given.
    """
    _admit(where, expression)
    unknown = names_in(where, expression) - values.keys()
    if unknown:
        name = min(unknown)
        raise EditorialError(where, f"no value is called “{name}”", nearest(name, values))
    try:
        found = _expression(expression)(**values)
    except (TemplateError, TypeError, ValueError) as fault:
        raise EditorialError(where, str(fault).rstrip("."), "see `briefgen template names`") from fault
    if isinstance(found, Undefined):
        raise EditorialError(where, f"“{expression}” names nothing", "see `briefgen template names`")
    return found


def names_in(where: str, expression: str) -> set[str]:
    """List the names that a tag's expression uses.

    Raises:
        EditorialError: it is malformed, or does more than name, choose and filter.
    """
    return {node.name for node in _admit(where, expression).find_all(nodes.Name)}


def fields_in(where: str, expression: str) -> set[tuple[str, str]]:
    """List the fields that a tag's expression uses, each behind its name.

    Raises:
        EditorialError: as ``names_in`` does.
    """
    fields = _admit(where, expression).find_all(nodes.Getattr)
    return {(field.node.name, field.attr) for field in fields if isinstance(field.node, nodes.Name)}


@lru_cache(maxsize=1024)
def _expression(expression: str) -> TemplateExpression:
    return _TAGS.compile_expression(expression, undefined_to_none=False)


@lru_cache(maxsize=1024)
def _admit(where: str, expression: str) -> nodes.Template:
    """Parse an expression, which must be one, and must hold nothing that is not on the list."""
    try:
        tree = _TAGS.parse("{{ " + expression + " }}")
    except (TemplateError, RecursionError) as fault:
        raise EditorialError(where, f"“{expression[:60]}” cannot be read: {fault}".rstrip("."), "") from fault
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise EditorialError(where, f"no filter is called “{node.name}”", nearest(node.name, FILTERS))
        if isinstance(node, nodes.Filter) and (node.kwargs or len(node.args) > _ARGUMENTS.get(node.name, 0)):
            raise EditorialError(where, f"the filter “{node.name}” is given too much", "write {{ name|filter }}")
        if isinstance(node, nodes.Getattr) and not isinstance(node.node, nodes.Name):
            raise EditorialError(where, f"“.{node.attr}” stands behind no name", "write {{ section.title }}")
        if not isinstance(node, (*_ALLOWED, nodes.Getattr, nodes.Filter)):
            what = f"may not use {type(node).__name__.lower()}"
            raise EditorialError(where, what, "a tag only names, chooses and filters")
    if len(tree.body) != 1 or not isinstance(tree.body[0], nodes.Output) or len(tree.body[0].nodes) != 1:
        raise EditorialError(where, f"“{expression[:60]}” is not one expression", "")
    return tree
