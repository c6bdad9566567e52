"""`explorer.html`: one page, made with pyvis, that needs no network and runs nothing but its own scripts.

pyvis holds the nodes and edges and renders the page, through a template of ours instead of its own: its own loads
bootstrap from a CDN even with `cdn_resources="in_line"` and puts headings and titles into the page as HTML. Text of
the graph reaches the page as JSON in blocks that are never executed, and the page shows it through `textContent`. The
Content-Security-Policy names the hash of every script and style; nothing else runs and nothing is fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, FunctionLoader
from markupsafe import Markup
from pyvis.network import Network
from rdflib import Graph

from kg.explorer.appearance import Appearance, appearance
from kg.explorer.contents import Contents, PageEdge, read_contents
from kg.explorer.drawing import positions, print_size, short_label, start_nodes

OUR_SCRIPTS = ("words.js", "view.js", "panel.js", "search.js", "main.js")
OUR_STYLE = "explorer.css"
VIS_SCRIPT = "lib/vis-9.1.2/vis-network.min.js"
FONT = "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
STRUCTURE_COLOUR = "#c3c7cf"
CHOSEN_COLOUR = "#22252b"

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}
_TO_ESCAPE = re.compile("[<>&'\u2028\u2029\ud800-\udfff]")


def render_explorer(graph: Graph) -> str:
    """The page for `graph`, the union of entities and evidence. Write it as UTF-8. Same graph, same page."""
    look = appearance()
    contents = read_contents(graph, look)
    network = drawn_network(contents, look)
    network.templateEnv = _environment(network.templateEnv, contents, look)
    network.path = "template.html"
    return network.generate_html()


def drawn_network(contents: Contents, look: Appearance) -> Network:
    """The pyvis network of all nodes and edges of the page, each in its place, physics off.

    Directed, because pyvis drops parallel edges of undirected networks; without titles, because it shows them as HTML.
    """
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    places = positions(contents, look)
    for node in contents.nodes:
        kind = look.kinds[node.entity.kind]
        x, y = places[node.id]
        network.add_node(
            node.id, label=short_label(node.entity.label), shape=kind["shape"], group=node.entity.kind, x=x, y=y
        )
    parallel: dict[frozenset[str], int] = {}
    for edge in contents.edges:
        ends = frozenset((edge.subject, edge.object))
        bend = parallel[ends] = parallel.get(ends, -1) + 1
        network.add_edge(edge.subject, edge.object, **_edge_options(edge, look, bend))
    network.set_options(json.dumps(_options(look)))
    return network


def page_json(value: Any) -> str:
    """JSON that can stand in a script block: nothing in it ends the block, starts a comment or breaks a line.

    >>> page_json({"name": "</script><b>甲&乙"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e甲\\\\u0026乙"}'
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", plain)


def _edge_options(edge: PageEdge, look: Appearance, bend: int) -> dict[str, Any]:
    options: dict[str, Any] = {"id": edge.id, "relation": edge.relation}
    if edge.relation in look.relations:
        options |= {"color": look.relations[edge.relation]["colour"], "claims": list(edge.claims)}
        options["width"] = min(5.0, 1.5 + 0.5 * edge.segments)
    else:
        options |= {"color": STRUCTURE_COLOUR, "dashes": True, "width": 1.5}
    if bend:
        options["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": round(0.18 * bend, 2)}
    return options


def _options(look: Appearance) -> dict[str, Any]:
    """What vis-network is told; sizes and colours come by group, that is by kind."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1, "improvedLayout": False},
        "interaction": {"hover": True, "multiselect": False, "tooltipDelay": 3_600_000, "hideEdgesOnDrag": False},
        "nodes": {"font": _font(12), "scaling": {"label": {"drawThreshold": 4}}},
        "edges": {
            "smooth": False,
            "arrows": {"to": {"scaleFactor": 0.45}},
            "font": _font(11, "#555b66"),
            "selectionWidth": 2,
            "hoverWidth": 1,
        },
        "groups": {
            name: {
                "color": {
                    "background": kind["colour"],
                    "border": kind["colour"],
                    "highlight": {"background": kind["colour"], "border": CHOSEN_COLOUR},
                    "hover": {"background": kind["colour"], "border": CHOSEN_COLOUR},
                },
                "size": kind["size"],
                "font": _font(print_size(kind)),
            }
            for name, kind in look.kinds.items()
        },
    }


def _font(size: int, colour: str = "#22252b") -> dict[str, Any]:
    return {"face": FONT, "size": size, "color": colour, "strokeWidth": 3, "strokeColor": "#ffffff"}


def _environment(theirs: Environment, contents: Contents, look: Appearance) -> Environment:
    """pyvis's Jinja environment, with our template before its own and with what our template asks for."""
    assert theirs.loader is not None
    vis = _SOURCE_MAP.sub("", theirs.loader.get_source(theirs, VIS_SCRIPT)[0])
    ours = Environment(loader=ChoiceLoader([FunctionLoader(_template), theirs.loader]), autoescape=True)
    scripts = [_inline("script", text) for text in (vis, *map(_static, OUR_SCRIPTS))]
    style = _inline("style", _static(OUR_STYLE))
    ours.globals |= {
        "json": lambda value: Markup(page_json(value)),
        "options_json": lambda text: Markup(page_json(json.loads(text))),
        "scripts": [Markup(text) for text in scripts],
        "style": Markup(style),
        "policy": _policy(scripts, style),
        "contents": _block(contents, look),
    }
    return ours


def _block(contents: Contents, look: Appearance) -> Mapping[str, Any]:
    """What the page knows beside pyvis's nodes and edges."""
    start = start_nodes(contents)
    return {
        "nodes": {
            node.id: {
                "iri": node.entity.iri,
                "name": node.entity.label,
                **({"names": node.entity.names} if node.entity.names else {}),
                **({"facts": node.facts} if node.facts else {}),
                **({"terms": node.terms} if node.terms else {}),
            }
            for node in contents.nodes
        },
        "claims": contents.claims,
        "articles": contents.articles,
        "start": positions(contents, look, start),
        "kinds": dict(look.kinds),
        "relations": {**look.relations, **look.structure},
        "claimed": list(look.relations),
        "facts": dict(look.facts),
        "modalities": dict(look.modalities),
        "words": dict(look.words),
    }


def _policy(scripts: list[str], style: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_hash, scripts)),
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _inline(tag: str, text: str) -> str:
    """`text` as a browser will read it in the element, so that its hash is the browser's."""
    if f"</{tag}" in text.lower():
        raise ValueError(f"a {tag} of the explorer holds </{tag}: it would end there")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _static(name: str) -> str:
    return files("kg.explorer").joinpath("static", name).read_text(encoding="utf-8")


def _template(name: str) -> str | None:
    """Our template by name; None, so that pyvis's own files are asked, for every other."""
    return _static(name) if name == "template.html" else None
