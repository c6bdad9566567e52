"use strict";
// The state of the page is its address: #focus=IRI draws an entity, #node=IRI shows its card, #claim=IRI its evidence,
// #find=text searches, #lang=en chooses the language. Links can be kept, and the browser's Back works.
(() => {
  let steps = 0;
  let now = { focus: null, node: null, claim: null, lang: null };

  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const node = (key) => (asked.has(key) ? kg.byIri.get(asked.get(key)) ?? null : null);
    const claim = asked.has("claim") ? kg.claimByIri.get(asked.get("claim")) ?? null : null;
    return { focus: node("focus"), node: node("node"), claim, find: asked.get("find"), lang: asked.get("lang") };
  };
  const write = ({ focus, node, claim }) => {
    const asked = new URLSearchParams();
    if (focus !== null) asked.set("focus", kg.nodes.get(focus).iri);
    if (node !== null) asked.set("node", kg.nodes.get(node).iri);
    if (claim !== null) asked.set("claim", kg.contents.claims[claim].iri);
    return "#" + asked.toString();
  };

  /** Goes on from here: {focus}, {node} or {claim}; {} is the overview. */
  kg.go = (to) => {
    const focus = "focus" in to ? to.focus : "node" in to || "claim" in to ? now.focus : null;
    const hash = write({ focus, node: to.node ?? null, claim: to.claim ?? null });
    if (hash === (location.hash || "#")) return;
    steps += 1;
    location.hash = hash;
  };

  const show = (first = false) => {
    const next = read();
    if (next.lang !== now.lang && (next.lang === "zh" || next.lang === "en")) setLanguage(next.lang, false);
    const claimed = next.claim === null ? null : kg.contents.claims[next.claim];
    if (claimed && next.focus === null && !kg.view.shows(claimed.s)) next.focus = claimed.s;
    if (first || next.focus !== now.focus) next.focus === null ? kg.view.overview() : kg.view.focus(next.focus);
    now = next;
    if (claimed) {
      kg.showClaim(next.claim);
      const edge = kg.edgesOf.get(claimed.s).find((e) => e.claims && e.claims.includes(next.claim));
      kg.view.mark({ edge: edge ? edge.id : null });
    } else if (next.node !== null || next.focus !== null) {
      kg.showCard(next.node ?? next.focus);
      kg.view.mark({ node: next.node ?? next.focus });
    } else {
      kg.showStart();
    }
    if (next.find) {
      document.getElementById("search").value = next.find;
      kg.search(next.find);
    }
    document.getElementById("back").disabled = steps === 0;
  };

  const legend = () => {
    const present = new Set([...kg.nodes.values()].map((node) => node.group));
    const kinds = Object.keys(kg.contents.kinds).filter((kind) => present.has(kind));
    document.getElementById("kinds").replaceChildren(...kinds.map((kind) => {
      const button = kg.make("button", "", [kg.sign(kind), kg.word("kinds", kind)], () => {
        kg.view.hiddenKinds.has(kind) ? kg.view.hiddenKinds.delete(kind) : kg.view.hiddenKinds.add(kind);
        button.setAttribute("aria-pressed", String(!kg.view.hiddenKinds.has(kind)));
        kg.view.redraw();
      });
      button.setAttribute("aria-pressed", String(!kg.view.hiddenKinds.has(kind)));
      return kg.make("li", "", button);
    }));
    const drawn = new Set([...kg.edges.values()].map((edge) => edge.relation));
    const lines = kg.contents.claimed.filter((relation) => drawn.has(relation)).map((relation) => {
      const line = kg.make("span", "line");
      line.style.background = kg.contents.relations[relation].colour;
      return kg.make("li", "", [line, kg.relationWord(relation)]);
    });
    lines.push(kg.make("li", "", [kg.make("span", "line structure"), kg.word("words", "structure")]));
    document.getElementById("lines").replaceChildren(...lines);
  };

  const setLanguage = (language, again = true) => {
    kg.language = language;
    document.documentElement.lang = language;
    document.getElementById("title").textContent = kg.word("words", "title");
    document.getElementById("search").placeholder = kg.word("words", "search");
    document.getElementById("search").setAttribute("aria-label", kg.word("words", "search"));
    for (const id of ["back", "overview", "language"]) document.getElementById(id).textContent = kg.word("words", id);
    document.getElementById("legend-title").textContent = kg.word("words", "legend");
    legend();
    if (again) {
      kg.view.redraw();
      show();
    }
  };

  document.getElementById("language").addEventListener("click", () => setLanguage(kg.language === "zh" ? "en" : "zh"));
  document.getElementById("overview").addEventListener("click", () => kg.go({}));
  document.getElementById("back").addEventListener("click", () => {
    steps -= 1;
    history.back();
  });
  window.addEventListener("hashchange", () => show());
  kg.view.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) kg.go({ node: nodes[0] });
    else if (edges.length) kg.showEdge(kg.edges.get(edges[0]));
  });
  kg.view.network.on("doubleClick", ({ nodes }) => {
    if (nodes.length) kg.go({ focus: nodes[0] });
  });

  setLanguage(kg.language, false);
  show(true);
  document.body.dataset.ready = "yes";
})();
