"use strict";
// What is drawn: the overview, or one entity with what surrounds it. At most MOST nodes at once.
(() => {
  const MOST = 250;
  const SECOND_RING_BELOW = 24;
  const AREAS = new Set(["province", "prefecture", "county", "zone", "area", "township", "village"]);
  const drawnNodes = new vis.DataSet();
  const drawnEdges = new vis.DataSet();
  const hiddenKinds = new Set();
  let positions = new Map();
  let labelled = false;

  const view = (kg.view = {});
  const container = document.getElementById("network");
  view.network = new vis.Network(container, { nodes: drawnNodes, edges: drawnEdges }, kg.options);
  view.hiddenKinds = hiddenKinds;
  view.size = () => drawnNodes.length;

  const draw = () => {
    // The best connected last: vis-network draws them over the others.
    const shown = [...positions.keys()]
      .filter((id) => !hiddenKinds.has(kg.nodes.get(id).group))
      .sort((a, b) => kg.edgesOf.get(a).length - kg.edgesOf.get(b).length);
    const kept = new Set(shown);
    const edges = [];
    for (const id of shown) {
      for (const edge of kg.edgesOf.get(id)) {
        if (edge.from === id && kept.has(edge.to)) edges.push(drawable(edge));
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
    document.getElementById("drawn").textContent = kg.word("words", "drawn", { shown: shown.length, all: kg.nodes.size });
  };
  // Near to, signs and print are of one size; from afar, in the overview, areas stand out.
  const nearTo = (id) => (view.focused === null ? {} : {
    size: id === view.focused ? 18 : 11,
    font: { size: id === view.focused ? 17 : 13 },
  });
  const drawable = ({ id, from, to, arrows, color, width, dashes, smooth, relation }) => ({
    id, from, to, arrows, color: { color, highlight: color, hover: color }, width, dashes, smooth,
    label: labelled ? kg.relationWord(relation) : undefined,
  });
  /** Brings all of `positions` into the window, with room for labels at the sides and below. */
  let fitted = false;
  const fit = () => {
    fitted = false; // setSize may report a resize at once
    view.network.setSize("100%", "100%");
    fitted = true;
    const places = [...positions.values()];
    const bounds = (axis) => [Math.min(...places.map((at) => at[axis])), Math.max(...places.map((at) => at[axis]))];
    const [[left, right], [top, bottom]] = places.length ? [bounds(0), bounds(1)] : [[0, 0], [0, 0]];
    const { clientWidth, clientHeight } = container;
    const scale = Math.min(1.1, clientWidth / (right - left + 150), clientHeight / (bottom - top + 130));
    view.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 15 }, scale, animation: false });
  };

  view.network.on("zoom", () => { fitted = false; });
  view.network.on("dragStart", () => { fitted = false; });
  // After vis-network's own answer to the new size.
  new ResizeObserver(() => requestAnimationFrame(() => { if (fitted) fit(); })).observe(container);

  view.overview = () => {
    view.focused = null;
    labelled = false;
    positions = new Map(Object.entries(kg.contents.start));
    draw();
    fit();
  };

  /** Draws `id` in the middle, its neighbours on rings around it and, where these are few, their neighbours. */
  view.focus = (id) => {
    view.focused = id;
    const rings = surroundings(id);
    labelled = rings.first.length <= 60;
    positions = arrange(id, rings);
    draw();
    fit();
    view.network.selectNodes([id], false);
  };
  view.redraw = () => {
    const { scale, at } = { scale: view.network.getScale(), at: view.network.getViewPosition() };
    draw();
    view.network.moveTo({ scale, position: at });
  };

  const relations = Object.keys(kg.contents.relations);
  const surroundings = (id) => {
    const around = (from, seen) => {
      const found = [];
      const edges = [...kg.edgesOf.get(from)].sort((a, b) => relations.indexOf(a.relation) - relations.indexOf(b.relation));
      for (const edge of edges) {
        const other = kg.otherEnd(edge, from);
        if (!seen.has(other)) {
          seen.add(other);
          found.push(other);
        }
      }
      return found;
    };
    const seen = new Set([id]);
    const first = around(id, seen).slice(0, MOST);
    const second = new Map(first.map((other) => [other, []]));
    if (first.length <= SECOND_RING_BELOW) {
      let room = MOST - first.length;
      // Not through areas: what a neighbouring area holds says little of this entity.
      for (const other of first.filter((other) => !AREAS.has(kg.nodes.get(other).group))) {
        const further = around(other, seen).slice(0, Math.min(room, 12));
        room -= further.length;
        second.set(other, further);
      }
    }
    return { first, second };
  };

  const ROOM = 92;
  const WIDER = 1.3;
  /** Places on rings: each neighbour has a sector, wider where more lies behind it. */
  const arrange = (id, { first, second }) => {
    const shares = first.map((other) => 1 + 0.6 * Math.max(0, second.get(other).length - 1));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const perRing = 30;
    const layers = Math.min(4, Math.ceil(first.length / perRing));
    const radius = Math.max(150, (all * ROOM) / (2 * Math.PI * layers));
    const placed = new Map([[id, [0, 0]]]);
    const put = (node, turn, r) => {
      const angle = turn * 2 * Math.PI - Math.PI / 2;
      placed.set(node, [Math.round(WIDER * r * Math.cos(angle)), Math.round(r * Math.sin(angle))]);
    };
    // Two neighbours never lie on one line with the focus: it would hide an edge between them.
    const circle = first.length === 2 ? 1.4 * all : all;
    let turned = 0;
    first.forEach((other, position) => {
      put(other, (turned + shares[position] / 2) / circle, radius + (position % layers) * 90);
      const behind = second.get(other);
      behind.forEach((child, at) => {
        put(child, (turned + ((at + 0.5) / behind.length) * shares[position]) / circle, radius + 130 + (at % 2) * 45);
      });
      turned += shares[position];
    });
    return placed;
  };

  /** Marks a node or an edge as chosen, if it is drawn. */
  view.mark = ({ node = null, edge = null }) => {
    view.network.unselectAll();
    if (node !== null && drawnNodes.get(node)) view.network.selectNodes([node]);
    if (edge !== null && drawnEdges.get(edge)) view.network.selectEdges([edge]);
  };
  view.shows = (id) => positions.has(id);
})();
