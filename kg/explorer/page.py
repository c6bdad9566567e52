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

from kg.analysis.namespaces import AREA_KINDS
from kg.explorer.appearance import Appearance, appearance
from kg.explorer.contents import Contents, PageEdge, PageNode, read_contents
from kg.explorer.drawing import Views, drawn_views
from kg.explorer.labels import print_size, short_label

OUR_SCRIPTS = ("contents.js", "words.js", "filter.js", "places.js", "view.js", "card.js", "evidence.js", "search.js",
               "keys.js", "main.js")  # fmt: skip
OUR_STYLE = "explorer.css"
VIS_SCRIPT = "lib/vis-9.1.2/vis-network.min.js"
FONT = "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
CHOSEN_COLOUR = "#22252b"
CLAIMS_A_BLOCK = 250
"""Claims are most of the page; the browser reads a block of them when a claim of it is asked for."""

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}
_TO_ESCAPE = re.compile("[<>&'\u2028\u2029\ud800-\udfff]")


def render_explorer(graph: Graph) -> str:
    """The page for `graph`, the union of entities and evidence. Write it as UTF-8. Same graph, same page."""
    look = appearance()
    contents = read_contents(graph, look)
    views = drawn_views(contents, look)
    network = drawn_network(contents, look, views)
    network.templateEnv = _environment(network.templateEnv, contents, look, views)
    network.path = "template.html"
    return network.generate_html()


class _Ids(list[str]):
    """A list that knows what it holds: pyvis asks its list of ids once for each node and edge, in linear time."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, node: str) -> None:
        super().append(node)
        self._known.add(node)

    def __contains__(self, node: object) -> bool:
        return node in self._known


def drawn_network(contents: Contents, look: Appearance, views: Views) -> Network:
    """The pyvis network of all nodes and edges of the page, those drawn at first with their place, physics off.

    Directed, because pyvis drops parallel edges of undirected networks; without titles, because it shows them as HTML.
    """
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    for node in contents.nodes:
        kind = node.entity.kind
        place = dict(zip("xy", views.places[""].get(node.id, ()), strict=False))
        network.add_node(
            node.id, label=short_label(node.entity.label), shape=look.kinds[kind]["shape"], group=kind, **place
        )
    for edge in contents.edges:
        network.add_edge(edge.subject, edge.object, **_edge_options(edge))
    network.set_options(json.dumps(_options(look)))
    return network


def page_json(value: Any) -> str:
    """JSON that can stand in a script block: nothing in it ends the block, starts a comment or breaks a line.

    >>> page_json({"name": "</script><b>甲&乙"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u003cb\\\\u003e甲\\\\u0026乙"}'
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", plain)


def _edge_options(edge: PageEdge) -> dict[str, Any]:
    options: dict[str, Any] = {"id": edge.id, "relation": edge.relation}
    if edge.claims:
        options |= {"claims": list(edge.claims), "said": edge.segments}
    if edge.post:
        options["post"] = edge.post
    return options


def _options(look: Appearance) -> dict[str, Any]:
    """What vis-network is told; sizes and colours come by group, that is by kind."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1, "improvedLayout": False},
        "interaction": {"hover": True, "multiselect": False, "tooltipDelay": 3_600_000, "hideEdgesOnDrag": False},
        "nodes": {"font": _font(12), "scaling": {"label": {"drawThreshold": 5}}},
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
                    "border": kind["line"],
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


def _environment(theirs: Environment, contents: Contents, look: Appearance, views: Views) -> Environment:
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
        "contents": _block(contents, look, views),
        "articles": contents.articles,
        "claims": [
            contents.claims[start : start + CLAIMS_A_BLOCK] for start in range(0, len(contents.claims), CLAIMS_A_BLOCK)
        ],
    }
    return ours


def _block(contents: Contents, look: Appearance, views: Views) -> Mapping[str, Any]:
    """What the page knows beside pyvis's nodes and edges, the articles and the claims."""
    return {
        "nodes": {node.id: _node(node, views) for node in contents.nodes},
        "views": {area: places for area, places in views.places.items() if area},
        "claims": {
            "total": len(contents.claims),
            "block": CLAIMS_A_BLOCK,
            "first": [claim["iri"] for claim in contents.claims[::CLAIMS_A_BLOCK]],
            "unpublished": [
                [position, claim["s"], claim["r"], claim["o"], claim["modality"]]
                for position, claim in enumerate(contents.claims)
                if not claim["published"]
            ],
        },
        "articles": len(contents.articles),
        "kinds": dict(look.kinds),
        "areaKinds": list(AREA_KINDS),
        "relations": {**look.relations, **look.structure},
        "claimed": list(look.relations),
        "facts": dict(look.facts),
        "modalities": dict(look.modalities),
        "words": dict(look.words),
    }


def _node(node: PageNode, views: Views) -> Mapping[str, Any]:
    known = {
        "iri": node.entity.iri,
        "name": node.entity.label,
        "names": node.entity.names,
        "facts": node.facts,
        "terms": node.terms,
        "up": views.parents.get(node.id),
        "areas": views.homes.get(node.id),
    }
    return {key: value for key, value in known.items() if value}


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
