"use strict";
// The contents of the page. What is large (claims, articles) is read from its block only when it is asked for.
const kg = {};
(() => {
  const block = (id) => JSON.parse(document.getElementById(id).textContent);
  /** A value made when it is first asked for. */
  kg.lazy = (make) => {
    let made = null;
    return () => (made ??= { value: make() }).value;
  };
  kg.contents = block("graph-contents");
  kg.options = block("graph-options");
  kg.nodes = new Map(block("graph-nodes").map((node) => [node.id, Object.assign(node, kg.contents.nodes[node.id])]));
  kg.edges = new Map(block("graph-edges").map((edge) => [edge.id, edge]));
  kg.isArea = (id) => kg.contents.areaKinds.includes(kg.nodes.get(id).group);

  const none = [];
  const edgesOf = new Map();
  for (const edge of kg.edges.values()) {
    for (const end of edge.to === edge.from ? [edge.from] : [edge.from, edge.to]) {
      const known = edgesOf.get(end);
      known ? known.push(edge) : edgesOf.set(end, [edge]);
    }
  }
  /** The edges at a node. */
  kg.edgesOf = (id) => edgesOf.get(id) || none;
  kg.otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
  /** What stands at the other end of the edges of a relation; inverse where the node is their object. */
  kg.along = (id, relation, inverse = false) =>
    kg.edgesOf(id).filter((edge) => edge.relation === relation && (inverse ? edge.to : edge.from) === id)
      .map((edge) => ({ edge, id: inverse ? edge.from : edge.to }));

  const byIri = kg.lazy(() => new Map([...kg.nodes.values()].map((node) => [node.iri, node.id])));
  kg.byIri = (iri) => byIri().get(iri) ?? null;

  const { first, block: size } = kg.contents.claims;
  const claims = first.map((_, at) => kg.lazy(() => block("graph-claims-" + at)));
  kg.claim = (position) => claims[Math.floor(position / size)]()[position % size];
  /** The position of the claim of an IRI, null if there is none. Blocks hold claims in the order of their IRIs. */
  kg.claimAt = (iri) => {
    let at = first.length - 1;
    while (at > 0 && first[at] > iri) at -= 1;
    const within = at < 0 ? -1 : claims[at]().findIndex((claim) => claim.iri === iri);
    return within < 0 ? null : at * size + within;
  };
  const articles = kg.lazy(() => block("graph-articles"));
  kg.article = (position) => articles()[position];
  kg.unpublished = kg.lazy(() => {
    const found = new Map();
    for (const [position, s, relation, o, modality] of kg.contents.claims.unpublished) {
      for (const end of s === o ? [s] : [s, o]) {
        if (!found.has(end)) found.set(end, []);
        found.get(end).push({ position, s, relation, o, modality });
      }
    }
    return found;
  });
})();
