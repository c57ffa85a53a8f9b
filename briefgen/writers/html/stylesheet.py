"""Look → the rules of a page: the template's accent, measure and sizes, on a screen and on paper."""

from __future__ import annotations

from string import Template as Rules

from briefgen.model.look import STYLE_OF, Look

_RULES = Rules("""\
:root { --accent: #$accent; --ground: #$ground; --quiet: #55606b; }
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; font: ${size}pt/1.5 $serif; }
header, main { max-width: ${measure}pt; margin: 0 auto; padding: 1.5rem 1rem; }
header { color: var(--quiet); padding-bottom: 0; }
h1, h2, h3, h4, h5, h6, header, .front, .ours, .own, .rights, .imprint, .bottom-line, .locator, .source-line, table,
figure, .tiles, .callout { font-family: $sans; }
h1, h2, h3, h4, h5, h6 { color: var(--accent); line-height: 1.25; margin: 1.6em 0 .4em; text-wrap: balance; }
h1 { font-size: 2em; margin-top: 0; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.15em; }
p, ul { margin: 0 0 .75em; }
ul { padding-left: 1.2em; }
li { margin-bottom: .35em; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { background: #fff4c2; }
sup { line-height: 0; font-size: .7em; }
sup a { text-decoration: none; padding: 0 .1em; }
.locator, .front, .rights, .imprint, .source-line { color: var(--quiet); font-size: .85em; }
.marking { font-weight: 700; color: #1a1a1a; }
p.ours, .callout { background: var(--ground); color: #1a1a1a; padding: .5em .75em; font-size: .92em; }
.callout p.ours { padding: 0; margin-bottom: .4em; font-size: 1em; }
.callout-title { font-weight: 700; color: var(--accent); }
.own { background: var(--ground); font-size: .92em; }
p.bottom-line { border-left: 3px solid var(--accent); padding-left: .75em; font-size: 1.1em; }
p.bottom-line .own { background: none; font-size: 1em; }
.tiles { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1em; }
.tiles li { flex: 1 1 11em; border-top: 2px solid var(--accent); padding-top: .3em; }
.tiles span { display: block; }
.tiles .value { font-size: 1.5em; font-weight: 700; color: var(--accent); line-height: 1.2; }
.tiles .period, .tiles .evidence { font-size: .85em; color: var(--quiet); }
table { width: 100%; border-collapse: collapse; font-size: .85em; margin: 1.2em 0; }
caption, figcaption { text-align: left; font-weight: 700; padding-bottom: .4em; }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; border-bottom: 1px solid #c5ced6; }
thead th { border-top: 2px solid var(--accent); border-bottom: 2px solid var(--accent); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.4em 0; }
figure svg { max-width: 100%; height: auto; display: block; }
@media screen and (max-width: 34rem) { .picture { overflow-x: auto; } figure svg { max-width: none; } }
.figure-subtitle { color: var(--quiet); font-size: .9em; margin-bottom: .4em; }
.notes { list-style: none; padding: 0; font-size: .9em; }
@page { size: ${width}pt ${height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt; }
@media print {
  body { font-size: ${size}pt; }
  header, main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, caption, figcaption { break-after: avoid; }
  figure, .callout, .tiles li, tr, p.ours { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 2; widows: 2; }
  [role="doc-backlink"] { display: none; }
}
""")
_SERIF = ("Source Serif 4", "Source Serif Pro", "Georgia", "Times New Roman")
_SANS = ("Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica", "Arial")


def style_of(look: Look, families: tuple[str, ...] = ()) -> str:
    """Write the rules for a look.

    Args:
        look: of the template.
        families: that travel in the page, for the letters which the reader's own fonts lack.
    """
    page, body = look.page, look.style(STYLE_OF["body"])
    serif, sans = (
        ", ".join((*(f'"{family}"' for family in (*own, *families)), kind))
        for own, kind in ((_SERIF, "serif"), (_SANS, "sans-serif"))
    )
    return _RULES.substitute(
        accent=look.accent, ground=look.style(STYLE_OF["ours"]).shade or "EDF2F7", size=f"{body.size:g}",
        serif=sans if "sans" in body.face.casefold() else serif, sans=sans, measure=f"{page.measure + 24:g}",
        width=f"{page.width:g}", height=f"{page.height:g}", top=f"{page.top:g}", right=f"{page.right:g}",
        bottom=f"{page.bottom:g}", left=f"{page.left:g}",
    )  # fmt: skip
