"use strict";
// The side panel: what is in the graph, the card of an entity, the evidence of an edge.
(() => {
  const panel = document.getElementById("panel");
  const LISTED = 25;
  const { make, name, word } = kg;
  const show = (...parts) => {
    panel.replaceChildren(...parts.filter((part) => part !== null));
    panel.scrollTop = 0;
  };
  const nodeButton = (id) => {
    const node = kg.nodes.get(id);
    return make("button", "entity", [kg.sign(node.group), name(node.name)], () => kg.go({ focus: id }));
  };
  /** A list that shows its first rows and the rest when asked. */
  const list = (rows) => {
    const made = make("ul", "rows", rows.slice(0, LISTED));
    if (rows.length > LISTED) {
      const more = make("button", "more", word("words", "more", { n: rows.length - LISTED }), () => {
        made.append(...rows.slice(LISTED));
        more.remove();
      });
      return [made, more];
    }
    return [made];
  };

  kg.showStart = () => {
    const kinds = new Map();
    for (const node of kg.nodes.values()) kinds.set(node.group, (kinds.get(node.group) || 0) + 1);
    const size = (node) => kg.edgesOf.get(node.id).filter((edge) => edge.claims).length;
    const best = (groups) => [...kg.nodes.values()]
      .filter((node) => groups.includes(node.group) && size(node))
      .sort((a, b) => size(b) - size(a))
      .slice(0, 10)
      .map((node) => make("li", "", [nodeButton(node.id), make("span", "count", String(size(node)))]));
    const section = (groups) => {
      const rows = best(groups);
      return rows.length ? make("section", "", [make("h3", "", word("kinds", groups[0])), make("ul", "rows", rows)]) : null;
    };
    show(
      make("p", "hint", word("words", "start")),
      make("h2", "", word("words", "contents")),
      make("p", "totals", [
        word("words", "claims", { n: kg.contents.claims.length }), " · ",
        word("words", "articles", { n: kg.contents.articles.length }),
      ]),
      section(["county", "zone", "prefecture"]), section(["official"]), section(["meeting"]), section(["company"]),
    );
  };

  kg.showCard = (id) => {
    const node = kg.nodes.get(id);
    const head = make("div", "head", [
      make("p", "kind", [kg.sign(node.group), word("kinds", node.group)]),
      make("h2", "", name(node.name)),
    ]);
    const facts = make("dl", "facts");
    const fact = (label, value) => facts.append(make("dt", "", label), make("dd", "", value));
    const listed = (texts) => texts.flatMap((text, at) => (at ? ["、", name(text)] : [name(text)]));
    if (node.names) fact(word("words", "names"), listed(node.names));
    for (const [key, values] of node.facts || []) {
      fact(word("facts", key), listed(values.map((value) => (key === "investsCNY" ? kg.money(value) : word("modalities", value)))));
    }
    const focus = kg.view.focused === id ? null : make("button", "action", word("words", "focus"), () => kg.go({ focus: id }));
    const identifier = make("p", "iri", name(node.iri));
    show(head, focus, facts.childElementCount ? facts : null, terms(node), ...groups(id), unpublished(id), identifier);
  };

  const terms = (node) => {
    if (!node.terms) return null;
    const rows = node.terms.map((term) => {
      const dates = [];
      if (term.from) dates.push(word("words", "since", term));
      if (term.to) dates.push(word("words", "until", term));
      if (!dates.length && term.first) {
        const once = !term.last || term.last === term.first;
        dates.push(word("words", once ? "seenOnce" : "seen", { from: term.first, to: term.last }));
      }
      return make("li", "", [nodeButton(term.post), make("span", "aside", name(dates.join(" ")))]);
    });
    return make("section", "", [make("h3", "", word("words", "terms")), ...list(rows)]);
  };

  const groups = (id) => {
    const found = new Map();
    for (const edge of kg.edgesOf.get(id)) {
      const inverse = edge.from !== id;
      const key = edge.relation + (inverse ? "<" : ">");
      if (!found.has(key)) found.set(key, { relation: edge.relation, inverse, edges: [] });
      found.get(key).edges.push(edge);
    }
    const order = Object.keys(kg.contents.relations);
    return [...found.values()]
      .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || Number(a.inverse) - Number(b.inverse))
      .map(({ relation, inverse, edges }) => make("section", "", [
        make("h3", "", [kg.relationWord(relation, inverse), make("span", "count", String(edges.length))]),
        ...list(edges.map((edge) => row(edge, id))),
      ]));
  };

  const row = (edge, id) => {
    const other = kg.nodes.get(kg.otherEnd(edge, id));
    const claim = edge.claims && edge.claims.length ? kg.contents.claims[edge.claims[0]] : null;
    const total = new Map(other.facts || []).get("investsCNY");
    const post = claim && claim.post ? kg.nodes.get(claim.post) : null;
    const said = claim ? claim.segments.length : 0;
    return make("li", "", [
      nodeButton(other.id),
      post ? make("span", "aside", name(post.name)) : null,
      total ? make("span", "aside", name(total.map(kg.money).join("、"))) : null,
      said ? make("button", "quotes", "❝ " + said, () => kg.go({ claim: edge.claims[0] })) : null,
    ]);
  };

  const unpublished = (id) => {
    const rows = [];
    kg.contents.claims.forEach((claim, position) => {
      if (claim.published || (claim.s !== id && claim.o !== id)) return;
      const other = claim.s === id ? claim.o : claim.s;
      rows.push(make("li", "", [
        make("span", "aside", kg.relationWord(claim.r, claim.o === id)),
        nodeButton(other),
        make("button", "quotes", word("modalities", claim.modality), () => kg.go({ claim: position })),
      ]));
    });
    return rows.length ? make("section", "unpublished", [make("h3", "", word("words", "unpublished")), ...list(rows)]) : null;
  };

  kg.showEdge = (edge) => {
    if (edge.claims && edge.claims.length) return kg.go({ claim: edge.claims[0] });
    return show(statement(edge.from, edge.relation, edge.to), make("p", "hint", word("words", "noEvidence")));
  };

  const statement = (subject, relation, object) => make("div", "statement", [
    make("span", "s", nodeButton(subject)),
    make("span", "relation", kg.relationWord(relation) + " →"),
    make("span", "o", nodeButton(object)),
  ]);

  kg.showClaim = (position) => {
    const claim = kg.contents.claims[position];
    const known = make("dl", "facts");
    if (claim.post) known.append(make("dt", "", word("words", "inPost")), make("dd", "", nodeButton(claim.post)));
    if (claim.confidence !== undefined) {
      known.append(make("dt", "", word("words", "confidence")), make("dd", "", String(claim.confidence)));
    }
    show(
      statement(claim.s, claim.r, claim.o),
      claim.published ? null : make("p", "warning", [word("words", "published"), "（", word("modalities", claim.modality), "）"]),
      known.childElementCount ? known : null,
      make("h3", "", [word("words", "evidence"), make("span", "count", word("words", "articles", { n: claim.articles }))]),
      ...claim.segments.map(segmentCard),
      make("p", "iri", name(claim.iri)),
    );
  };

  const segmentCard = (segment) => {
    const article = kg.contents.articles[segment.article];
    const quote = make("blockquote", "", [
      segment.prefix ? make("span", "around", "…" + segment.prefix) : null,
      ...segment.runs.map(([text, role]) => make(role ? "mark" : "span", role, text)),
      segment.suffix ? make("span", "around", segment.suffix + "…") : null,
    ]);
    const where = make("p", "article", [
      make("strong", "", name(article.headline || article.id)),
      make("span", "meta", name([article.date, article.publisher, article.headline ? article.id : ""].filter(Boolean).join(" · "))),
      article.url ? make("span", "meta", name(article.url)) : null,
    ]);
    const how = make("dl", "how");
    const tell = (label, value) => {
      if (value !== undefined && value !== "") how.append(make("dt", "", label), make("dd", "", name(value)));
    };
    tell(word("words", "modality"), word("modalities", segment.modality));
    tell(word("words", "confidence"), segment.confidence);
    tell(word("words", "rule"), segment.rule);
    tell(word("words", "statedDate"), segment.date);
    if (segment.bytes) tell(word("words", "bytes"), segment.bytes.join("–"));
    return make("article", "segment", [quote, where, how]);
  };
})();
