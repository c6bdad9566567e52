"use strict";
// The state of the page is its address: #focus=IRI draws an entity, #area=IRI an area with all below it, #expand=IRI
// (any number) adds neighbours, #node=IRI shows a card, #claim=IRI its evidence, #hide=KIND,RELATION filters, #find=text
// searches, #lang=en chooses the language. Links can be kept, and the browser's Back works.
(() => {
  const element = (id) => document.getElementById(id);
  const START = { focus: null, area: null, expand: [], node: null, claim: null, hide: [], lang: null };
  let steps = 0;
  let now = START;
  kg.state = () => now;

  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const node = (key) => (asked.has(key) ? kg.byIri(asked.get(key)) : null);
    const area = node("area");
    const known = (name) => Object.hasOwn(kg.contents.kinds, name) || Object.hasOwn(kg.contents.relations, name);
    return {
      focus: node("focus"),
      area: area !== null && kg.isArea(area) ? area : null,
      expand: asked.getAll("expand").map(kg.byIri).filter((id) => id !== null),
      node: node("node"),
      claim: asked.has("claim") ? kg.claimAt(asked.get("claim")) : null,
      hide: (asked.get("hide") || "").split(",").filter(known),
      find: asked.get("find"),
      lang: asked.get("lang"),
    };
  };
  const write = ({ focus, area, expand, node, claim, hide, lang }) => {
    const asked = new URLSearchParams();
    const iri = (id) => kg.nodes.get(id).iri;
    if (area !== null) asked.set("area", iri(area));
    if (focus !== null) asked.set("focus", iri(focus));
    for (const id of expand) asked.append("expand", iri(id));
    if (node !== null) asked.set("node", iri(node));
    if (claim !== null) asked.set("claim", kg.claim(claim).iri);
    if (hide.length) asked.set("hide", hide.join(","));
    if (lang !== null) asked.set("lang", lang);
    return "#" + asked.toString();
  };

  /** Goes on from here: {focus}, {area}, {expand}, {node}, {claim} or {hide}; {} is the start. */
  kg.go = (to) => {
    const kept = { hide: now.hide, lang: now.lang };
    let next = { ...START, ...kept };
    if ("hide" in to) next = { ...now, hide: to.hide };
    else if ("focus" in to) {
      const within = now.area !== null && kg.scopeOf(now.area).has(to.focus);
      next = { ...next, focus: to.focus, area: within ? now.area : null };
    } else if ("area" in to) next = { ...next, area: to.area };
    else if ("expand" in to) next = { ...now, node: to.expand, claim: null, expand: [...now.expand, to.expand] };
    else if ("node" in to || "claim" in to) next = { ...now, node: to.node ?? null, claim: to.claim ?? null };
    const hash = write(next);
    if (hash === (location.hash || "#")) return;
    steps += 1;
    location.hash = hash;
  };

  const show = (first = false) => {
    const next = read();
    if (next.lang !== now.lang && (next.lang === "zh" || next.lang === "en")) setLanguage(next.lang);
    const claimed = next.claim === null ? null : kg.claim(next.claim);
    kg.filter.set(next.area, next.hide);
    // What is to be read about must be in sight.
    const seen = claimed ? claimed.s : next.node;
    const drawing = ({ focus, area, expand, hide }) => JSON.stringify([focus, area, expand, hide]);
    if (first || drawing(next) !== drawing(now)) kg.view.show(next);
    if (seen !== null && next.focus === null && !kg.view.shows(seen)) kg.view.show({ ...next, focus: seen, expand: [] });
    now = next;
    legend();
    if (claimed) {
      kg.showClaim(next.claim);
      const edge = kg.edgesOf(claimed.s).find((e) => e.claims && e.claims.includes(next.claim));
      kg.view.mark({ edge: edge ? edge.id : null });
    } else if (next.node !== null || next.focus !== null || next.area !== null) {
      const about = next.node ?? next.focus ?? next.area;
      kg.showCard(about);
      kg.view.mark({ node: about });
    } else {
      kg.showStart();
      kg.view.mark({});
    }
    if (next.find) {
      element("search").value = next.find;
      kg.search(next.find);
    }
    element("area").value = next.area === null ? "" : kg.nodes.get(next.area).name;
    element("area").classList.toggle("set", next.area !== null);
    element("back").disabled = steps === 0;
    drawn();
  };
  /** Says how much is drawn of how much. */
  const drawn = () => {
    const scope = kg.filter.scope();
    const values = { shown: kg.view.size(), all: kg.nodes.size, within: scope ? scope.size : 0 };
    element("drawn").textContent = kg.word("words", scope ? "drawnWithin" : "drawn", values);
  };

  const toggle = (name, inside) => {
    const shown = !now.hide.includes(name);
    const button = kg.make("button", "", inside, () => {
      kg.go({ hide: shown ? [...now.hide, name] : now.hide.filter((other) => other !== name) });
    });
    button.dataset.name = name;
    button.setAttribute("aria-pressed", String(shown));
    return kg.make("li", "", button);
  };
  const present = kg.lazy(() => ({
    kinds: new Set([...kg.nodes.values()].map((node) => node.group)),
    relations: new Set([...kg.edges.values()].map((edge) => edge.relation)),
  }));
  const legend = () => {
    const held = element("legend").contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
    const kinds = Object.keys(kg.contents.kinds).filter((kind) => present().kinds.has(kind));
    const relations = Object.keys(kg.contents.relations).filter((relation) => present().relations.has(relation));
    const line = (relation) => {
      const { colour } = kg.contents.relations[relation];
      const made = kg.make("span", colour ? "line" : "line structure");
      if (colour) made.style.setProperty("--line-colour", colour);
      return made;
    };
    const all = (names, key) => kg.make("li", "all", kg.make("button", "all", kg.word("words", key), () => {
      kg.go({ hide: key === "showAll" ? now.hide.filter((name) => !names.includes(name)) : [...new Set([...now.hide, ...names])] });
    }));
    element("kinds").replaceChildren(
      ...kinds.map((kind) => toggle(kind, [kg.sign(kind), kg.word("kinds", kind)])), all(kinds, "showAll"), all(kinds, "showNone"),
    );
    element("lines").replaceChildren(
      ...relations.map((relation) => toggle(relation, [line(relation), kg.relationWord(relation)])),
      all(relations, "showAll"), all(relations, "showNone"),
    );
    const again = [...document.querySelectorAll("#legend button")].find((button) => button.dataset.name === held);
    if (held && again) again.focus(); // made anew, the button keeps the keyboard
  };

  const setLanguage = (language) => {
    kg.language = language;
    document.documentElement.lang = language;
    for (const id of ["title", "back", "overview", "language", "legend-title"]) {
      element(id).textContent = kg.word("words", id);
    }
    for (const [id, key] of [["search", "search"], ["area", "areaFilter"]]) {
      element(id).placeholder = kg.word("words", key);
      element(id).setAttribute("aria-label", kg.word("words", key));
    }
    for (const [id, key] of [["network", "stage"], ["zoom-in", "zoomIn"], ["zoom-out", "zoomOut"], ["zoom-fit", "zoomFit"], ["panel", "panel"], ["results", "results"], ["areas", "results"]]) {
      element(id).setAttribute("aria-label", kg.word("words", key));
      if (key.startsWith("zoom")) element(id).title = kg.word("words", key);
    }
  };

  element("language").addEventListener("click", () => {
    const lang = kg.language === "zh" ? "en" : "zh";
    history.replaceState(null, "", write({ ...now, lang }));
    now = { ...now, lang };
    setLanguage(lang);
    show(true);
  });
  element("overview").addEventListener("click", () => kg.go({}));
  element("back").addEventListener("click", () => {
    steps -= 1;
    history.back();
  });
  element("zoom-in").addEventListener("click", () => kg.view.zoom(1.3));
  element("zoom-out").addEventListener("click", () => kg.view.zoom(1 / 1.3));
  element("zoom-fit").addEventListener("click", () => kg.view.fit());
  window.addEventListener("hashchange", () => show());
  kg.view.network.on("click", ({ nodes, edges }) => {
    if (nodes.length) kg.go({ node: nodes[0] });
    else if (edges.length) kg.showEdge(kg.edges.get(edges[0]));
  });
  kg.view.network.on("doubleClick", ({ nodes }) => {
    if (nodes.length) kg.go({ focus: nodes[0] });
  });

  setLanguage(kg.language);
  element("legend").open = window.innerWidth > 820 && window.innerHeight > 600;
  kg.view.network.once("afterDrawing", () => requestAnimationFrame(() => {
    document.body.dataset.ready = "yes";
    performance.mark("drawn");
  }));
  show(true);
})();
