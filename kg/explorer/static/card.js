"use strict";
// The side panel: what is in the graph, and the card of an entity.
(() => {
  const panel = document.getElementById("panel");
  const LISTED = 25;
  const { make, name, word } = kg;
  kg.showPanel = (...parts) => {
    panel.replaceChildren(...parts.filter((part) => part !== null));
    panel.scrollTop = 0;
  };
  kg.nodeButton = (id) => {
    const node = kg.nodes.get(id);
    return make("button", "entity", [kg.sign(node.group), name(node.name)], () => kg.go({ focus: id }));
  };
  const aside = (text) => (text ? make("span", "aside", name(text)) : null);
  /** The button to the sentences that say an edge. */
  const quotes = (edge) => {
    if (!edge.said) return null;
    const button = make("button", "quotes", "❝ " + edge.said, () => kg.go({ claim: edge.claims[0] }));
    button.setAttribute("aria-label", word("words", "quotes", { n: edge.said }));
    return button;
  };
  /** A list that shows its first rows and the rest when asked. */
  const list = (rows) => {
    const made = make("ul", "rows", rows.slice(0, LISTED));
    if (rows.length <= LISTED) return [made];
    const more = make("button", "more", word("words", "more", { n: rows.length - LISTED }), () => {
      made.append(...rows.slice(LISTED));
      more.remove();
    });
    return [made, more];
  };
  const section = (title, rows, cls = "") => (rows.length
    ? make("section", cls, [make("h3", "", [title, make("span", "count", String(rows.length))]), ...list(rows)])
    : null);

  const sizes = kg.lazy(() => new Map([...kg.nodes.keys()].map((id) => [id, kg.edgesOf(id).filter((edge) => edge.claims).length])));
  kg.showStart = () => {
    const best = (groups) => {
      const rows = [...kg.nodes.values()]
        .filter((node) => groups.includes(node.group) && sizes().get(node.id))
        .sort((a, b) => sizes().get(b.id) - sizes().get(a.id))
        .slice(0, 10)
        .map((node) => make("li", "", [kg.nodeButton(node.id), aside(kg.placeOf(node.id)), make("span", "count", String(sizes().get(node.id)))]));
      return rows.length ? make("section", "", [make("h3", "", word("kinds", groups[0])), make("ul", "rows", rows)]) : null;
    };
    kg.showPanel(
      make("p", "hint", word("words", "start")),
      make("h2", "", word("words", "contents")),
      make("p", "totals", [
        word("words", "claims", { n: kg.contents.claims.total }), " · ", word("words", "articles", { n: kg.contents.articles }),
      ]),
      best(["county", "zone", "prefecture"]), best(["official"]), best(["project", "park"]), best(["meeting"]), best(["company"]),
    );
  };

  kg.showCard = (id) => {
    const node = kg.nodes.get(id);
    const area = kg.isArea(id);
    kg.showPanel(
      make("div", "head", [
        make("p", "kind", [kg.sign(node.group), word("kinds", node.group), ...(kg.placeOf(id) ? [" · ", name(kg.placeOf(id))] : [])]),
        make("h2", "", name(node.name)),
      ]),
      actions(id, area), facts(node), terms(node),
      ...groups(id, node, area), unpublished(id), make("p", "iri", name(node.iri)),
    );
  };

  /** What can be done from a card: look around, add the neighbours to the drawing, keep to the area. */
  const actions = (id, area) => {
    const left = kg.view.shows(id) ? kg.view.undrawn(id).length : 0;
    const added = Math.min(left, kg.view.room());
    const rest = left - added;
    return make("p", "actions", [
      kg.view.focused() === id ? null : make("button", "action", word("words", "focus"), () => kg.go({ focus: id })),
      added ? make("button", "action expand", word("words", "expand", { n: added }), () => kg.go({ expand: id })) : null,
      area && kg.state().area !== id ? make("button", "action", word("words", "onlyArea"), () => kg.go({ area: id })) : null,
      rest > 0 ? make("span", "aside left", word("words", "left", { n: rest })) : null,
    ]);
  };

  const facts = (node) => {
    const made = make("dl", "facts");
    const fact = (label, values) => made.append(make("dt", "", label), make("dd", "", values.flatMap((text, at) => (at ? ["、", name(text)] : [name(text)]))));
    if (node.names) fact(word("words", "names"), node.names);
    for (const [key, values] of node.facts || []) {
      fact(word("facts", key), values.map((value) => (key === "investsCNY" ? kg.money(value) : word("modalities", value))));
    }
    return made.childElementCount ? made : null;
  };

  const dates = (term) => {
    const told = [];
    if (term.from) told.push(word("words", "since", term));
    if (term.to) told.push(word("words", "until", term));
    if (!told.length && term.first) {
      const once = !term.last || term.last === term.first;
      told.push(word("words", once ? "seenOnce" : "seen", { from: term.first, to: term.last }));
    }
    return told.join(" ");
  };
  /** The terms of office of a person, each with the sentences that say so. */
  const terms = (node) => section(word("words", "terms"), (node.terms || []).map((term) => {
    const held = kg.along(node.id, "holds").find(({ id }) => id === term.post);
    return make("li", "", [kg.nodeButton(term.post), aside(dates(term)), held ? quotes(held.edge) : null]);
  }));

  /** Who holds a post, of the people that lead: the term's dates. */
  const termOf = (person, post) => (kg.nodes.get(person).terms || []).find((term) => term.post === post);
  /** The sums of a project or a batch, and how many projects the batch counts. */
  const amounts = (id) => {
    const stated = [...kg.along(id, "invests"), ...kg.along(id, "batchInvestment")].map((found) => kg.nodes.get(found.id).name);
    const facts = new Map(kg.nodes.get(id).facts || []);
    const count = (facts.get("projectCount") || []).map((n) => word("words", "projects", { n }));
    return [...count, ...(stated.length ? stated : (facts.get("investsCNY") || []).map(kg.money))].join("、");
  };
  const status = (id) => (new Map(kg.nodes.get(id).facts || []).get("status") || []).map((value) => word("modalities", value)).join("、");

  const row = (edge, id) => {
    const other = kg.otherEnd(edge, id);
    const post = edge.post && edge.to === id ? edge.post : null;
    const term = post ? termOf(other, post) : null;
    return make("li", "", [
      kg.nodeButton(other),
      post ? aside(kg.nodes.get(post).name) : null,
      term ? aside(dates(term)) : null,
      ["project", "park", "batch"].includes(kg.nodes.get(other).group) ? aside(amounts(other)) : null,
      aside(status(other)),
      quotes(edge),
    ]);
  };

  /** The meetings of an area: held there, or called by it or by a body of it; each with the policies it set going. */
  const meetings = (id) => {
    const found = new Map();
    for (const holder of [id, ...kg.along(id, "jurisdiction", true).map((body) => body.id)]) {
      for (const relation of ["organizer", "location"]) {
        for (const meeting of kg.along(holder, relation, true)) found.set(meeting.id, meeting.edge);
      }
    }
    return section(word("words", "meetings"), [...found.keys()].map((meeting) => make("li", "nested", [
      kg.nodeButton(meeting), aside((new Map(kg.nodes.get(meeting).facts || []).get("date") || []).join("、")),
      make("ul", "rows", kg.along(meeting, "directs").map(({ edge }) => row(edge, meeting))),
    ])));
  };

  // What a reader looks for on the card of an area comes first, what is only structure last.
  const AREA_ORDER = ["leads", "hosts", "announces", "targets"];
  const groups = (id, node, area) => {
    const found = new Map();
    for (const edge of kg.edgesOf(id)) {
      const inverse = edge.from !== id;
      if (node.terms && edge.relation === "holds" && !inverse) continue; // its terms of office say it
      if (area && inverse && ["organizer", "location"].includes(edge.relation)) continue; // its meetings say it
      const key = edge.relation + (inverse ? "<" : ">");
      if (!found.has(key)) found.set(key, { relation: edge.relation, inverse, edges: [] });
      found.get(key).edges.push(edge);
    }
    const order = [...AREA_ORDER, ...Object.keys(kg.contents.relations)];
    const sections = [...found.values()]
      .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || Number(a.inverse) - Number(b.inverse))
      .map(({ relation, inverse, edges }) => ({
        relation,
        made: section(kg.relationWord(relation, inverse), edges.map((edge) => row(edge, id))),
      }));
    const first = sections.filter(({ relation }) => kg.contents.claimed.includes(relation));
    const rest = sections.filter(({ relation }) => !kg.contents.claimed.includes(relation));
    return [...first, { made: area ? meetings(id) : null }, ...rest].map(({ made }) => made);
  };

  const unpublished = (id) => section(word("words", "unpublished"), (kg.unpublished().get(id) || []).map((claim) => make("li", "", [
    make("span", "aside", kg.relationWord(claim.relation, claim.o === id)),
    kg.nodeButton(claim.s === id ? claim.o : claim.s),
    make("button", "quotes", word("modalities", claim.modality), () => kg.go({ claim: claim.position })),
  ])), "unpublished");
})();
