"use strict";
// What may be drawn: kinds, relations, one area with all below it. Nothing here draws.
(() => {
  const hidden = new Set();
  let area = null;

  const below = kg.lazy(() => {
    const found = new Map();
    for (const node of kg.nodes.values()) {
      if (!node.up) continue;
      if (!found.has(node.up)) found.set(node.up, []);
      found.get(node.up).push(node.id);
    }
    return found;
  });
  const belonging = kg.lazy(() => {
    const found = new Map();
    for (const node of kg.nodes.values()) {
      for (const home of node.areas || []) {
        if (!found.has(home)) found.set(home, []);
        found.get(home).push(node.id);
      }
    }
    return found;
  });
  /** An area, all areas below it, and all that belongs to one of them. */
  kg.scopeOf = (id) => {
    const found = new Set();
    const waiting = [id];
    while (waiting.length) {
      const next = waiting.pop();
      if (found.has(next)) continue;
      found.add(next);
      for (const node of belonging().get(next) || []) found.add(node);
      waiting.push(...(below().get(next) || []));
    }
    return found;
  };
  let scope = null;

  kg.filter = {
    /** Sets the filter: an area's id or null, and the kinds and relations that are not shown. */
    set: (wanted, names) => {
      if (wanted !== area) scope = wanted === null ? null : kg.scopeOf(wanted);
      area = wanted;
      hidden.clear();
      for (const name of names) hidden.add(name);
    },
    hides: (name) => hidden.has(name),
    any: () => hidden.size > 0,
    relations: () => [...hidden].some((name) => Object.hasOwn(kg.contents.relations, name)),
    allows: (id) => !hidden.has(kg.nodes.get(id).group) && (scope === null || scope.has(id)),
    allowsEdge: (edge) => !hidden.has(edge.relation),
    scope: () => scope,
    area: () => area,
  };

  const relations = Object.keys(kg.contents.relations);
  const degree = (id) => kg.edgesOf(id).length;
  /** The neighbours of a node that may be drawn: by relation in the legend's order, the better connected first. */
  kg.neighbours = (id) => {
    const found = new Map();
    for (const edge of kg.edgesOf(id)) {
      if (!kg.filter.allowsEdge(edge)) continue;
      const other = kg.otherEnd(edge, id);
      const rank = relations.indexOf(edge.relation);
      if (other !== id && kg.filter.allows(other)) found.set(other, Math.min(rank, found.get(other) ?? rank));
    }
    return [...found].sort((a, b) => a[1] - b[1] || degree(b[0]) - degree(a[0])).map(([other]) => other);
  };
})();
