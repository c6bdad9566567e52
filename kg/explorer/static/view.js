"use strict";
// What is drawn: the start, an area with all below it, or one entity with what surrounds it, and what was added to
// these by expanding. Never more than MOST nodes.
(() => {
  const MOST = 250;
  const ADDED = 40; // nodes added by one expansion
  const SECOND_RING_BELOW = 24;
  const LABELLED_BELOW = 60; // neighbours up to which edges carry their word
  const FILLED = 72; // nodes up to which a filtered drawing is filled up
  const drawnNodes = new vis.DataSet();
  const drawnEdges = new vis.DataSet();
  let positions = new Map();
  let labelled = false;
  let focused = null;

  const view = (kg.view = {});
  const container = document.getElementById("network");
  view.network = new vis.Network(container, { nodes: drawnNodes, edges: drawnEdges }, kg.options);
  view.size = () => drawnNodes.length;
  view.shows = (id) => positions.has(id);
  view.drawn = () => drawnNodes.getIds();
  view.focused = () => focused;
  view.places = () => positions;

  const start = () => new Map([...kg.nodes.values()].filter((node) => "x" in node).map(({ id, x, y }) => [id, [x, y]]));
  const ofArea = (area) => {
    const places = kg.contents.views[area];
    return places ? new Map(Object.entries(places)) : new Map([[area, [0, 0]]]);
  };

  /** Takes out what the filter hides, and what hangs by hidden relations alone; fills the room that this leaves. */
  const filtered = (places, kept) => {
    if (!kg.filter.any() && kg.filter.scope() === null) return places;
    let shown = new Map([...places].filter(([id]) => id === kept || kg.filter.allows(id)));
    if (kg.filter.any() && shown.size < FILLED) {
      const waiting = [...shown.keys()];
      for (const id of waiting) {
        const added = kg.neighbours(id).filter((other) => !shown.has(other)).slice(0, Math.min(ADDED, FILLED - shown.size));
        kg.placeBeside(id, added, shown);
      }
      if (kg.filter.scope() !== null && shown.size < FILLED) {
        const rest = [...kg.filter.scope()].filter((id) => !shown.has(id) && kg.filter.allows(id));
        kg.placeBeside(kept, rest.slice(0, FILLED - shown.size), shown);
      }
    }
    if (kg.filter.relations()) {
      const hangs = (id) => {
        const within = kg.edgesOf(id).filter((edge) => shown.has(kg.otherEnd(edge, id)));
        return id === kept || !within.length || within.some(kg.filter.allowsEdge);
      };
      shown = new Map([...shown].filter(([id]) => hangs(id)));
    }
    return shown;
  };

  const surroundings = (id) => {
    const seen = new Set([id]);
    const fresh = (from, most) => {
      const found = kg.neighbours(from).filter((other) => !seen.has(other)).slice(0, most);
      for (const other of found) seen.add(other);
      return found;
    };
    const first = fresh(id, MOST - 1);
    const second = new Map(first.map((other) => [other, []]));
    if (first.length <= SECOND_RING_BELOW) {
      // Not through areas: what a neighbouring area holds says little of this entity.
      for (const other of first.filter((other) => !kg.isArea(other))) {
        second.set(other, fresh(other, Math.max(0, Math.min(12, MOST - seen.size))));
      }
    }
    return { first, second };
  };

  /** Draws: `focus` and `area` are ids or null, `expand` the ids whose neighbours are added, in turn. */
  view.show = ({ focus, area, expand }) => {
    focused = focus;
    labelled = false;
    if (focus !== null) {
      const { first, second } = surroundings(focus);
      labelled = first.length <= LABELLED_BELOW;
      positions = kg.placeRings(focus, first, second);
    } else {
      positions = filtered(area === null ? start() : ofArea(area), area);
    }
    for (const id of expand) {
      const room = Math.max(0, Math.min(ADDED, MOST - positions.size));
      if (positions.has(id)) kg.placeBeside(id, view.undrawn(id).slice(0, room), positions);
    }
    draw();
    fit(false);
  };
  /** The neighbours of a node that may be drawn and are not. */
  view.undrawn = (id) => kg.neighbours(id).filter((other) => !positions.has(other));
  view.room = () => Math.max(0, Math.min(ADDED, MOST - positions.size));

  const draw = () => {
    // The best connected last: vis-network draws them over the others.
    const shown = [...positions.keys()].sort((a, b) => kg.edgesOf(a).length - kg.edgesOf(b).length);
    const edges = [];
    const bends = new Map();
    for (const id of shown) {
      for (const edge of kg.edgesOf(id)) {
        if (edge.from === id && positions.has(edge.to) && kg.filter.allowsEdge(edge)) edges.push(drawable(edge, bends));
      }
    }
    view.network.setData({ nodes: [], edges: [] });
    drawnNodes.clear();
    drawnEdges.clear();
    drawnNodes.add(shown.map((id) => {
      const { label, group, shape } = kg.nodes.get(id);
      const [x, y] = positions.get(id);
      return { id, label, group, shape, x, y, ...nearTo(id) };
    }));
    drawnEdges.add(edges);
    view.network.setData({ nodes: drawnNodes, edges: drawnEdges });
  };
  // Near to, signs and print are of one size; in the other drawings areas stand out.
  const nearTo = (id) => (focused === null ? {} : {
    size: id === focused ? 18 : 11,
    font: { size: id === focused ? 17 : 13 },
  });
  const drawable = ({ id, from, to, said, relation }, bends) => {
    const { colour } = kg.contents.relations[relation];
    const color = colour || "#aeb4bf";
    const pair = [from, to].sort().join();
    const bend = bends.has(pair) ? bends.get(pair) + 1 : 0;
    bends.set(pair, bend);
    return {
      id, from, to, arrows: "to", color: { color, highlight: color, hover: color },
      width: colour ? Math.min(5, 1.5 + 0.5 * (said || 0)) : 1.2,
      dashes: colour ? false : [3, 4],
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: 0.18 * bend } : false,
      label: labelled ? kg.relationWord(relation) : undefined,
    };
  };

  const READABLE = 0.55; // print of 13 is 7 px high then
  /** Brings all of `positions` into the window, with room for labels at the sides and below; in a window too small for
   *  print that can be read, unless all is wanted, what is around the focus, the area or the best connected. */
  let fitted = false;
  const fit = (all) => {
    fitted = false; // setSize may report a resize at once
    view.network.setSize("100%", "100%");
    fitted = true;
    const places = [...positions.values()];
    const bounds = (axis) => [Math.min(...places.map((at) => at[axis])), Math.max(...places.map((at) => at[axis]))];
    const [[left, right], [top, bottom]] = places.length ? [bounds(0), bounds(1)] : [[0, 0], [0, 0]];
    const { clientWidth, clientHeight } = container;
    const whole = Math.min(1.15, clientWidth / (right - left + 140), clientHeight / (bottom - top + 110));
    const scale = all ? whole : Math.max(whole, READABLE);
    const [x, y] = scale > whole && places.length ? positions.get(main()) : [(left + right) / 2, (top + bottom) / 2 + 14];
    view.network.moveTo({ position: { x, y }, scale, animation: false });
  };
  view.fit = () => fit(true);
  const main = () => focused ?? (positions.has(kg.filter.area()) ? kg.filter.area()
    : [...positions.keys()].reduce((best, id) => (kg.edgesOf(id).length > kg.edgesOf(best).length ? id : best)));
  view.zoom = (times) => {
    fitted = false;
    view.network.moveTo({ scale: view.network.getScale() * times, animation: false });
  };
  view.network.on("zoom", () => { fitted = false; });
  view.network.on("dragStart", () => { fitted = false; });
  // After vis-network's own answer to the new size.
  new ResizeObserver(() => requestAnimationFrame(() => { if (fitted) fit(false); })).observe(container);

  /** Marks a node or an edge as chosen, if it is drawn. */
  view.mark = ({ node = null, edge = null }) => {
    view.network.unselectAll();
    if (node !== null && drawnNodes.get(node)) view.network.selectNodes([node], false);
    if (edge !== null && drawnEdges.get(edge)) view.network.selectEdges([edge]);
  };
})();
