"use strict";
// Places for what the build has not laid out: the neighbours of a focus on rings, what is added in free room.
(() => {
  const SPACE = 13; // between the rows of signs and labels
  const columns = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
  const measured = new Map();
  /** Half the width and the height of a node with its label, as drawn near to. */
  const half = (id) => {
    if (!measured.has(id)) {
      const lines = kg.nodes.get(id).label.split("\n");
      measured.set(id, [Math.max(13, ...lines.map((line) => columns(line) * 3.5)) + 6, 12 + 8.5 * lines.length + SPACE / 2]);
    }
    return measured.get(id);
  };
  const clashes = (a, at, b, place) =>
    Math.abs(at[0] - place[0]) < a[0] + b[0] && Math.abs(at[1] - place[1]) < a[1] + b[1];

  /** The first place free of all that is `placed`, out of those that `tried` gives in order. */
  const firstFree = (id, placed, tried) => {
    const own = half(id);
    const boxes = [...placed].map(([other, place]) => [half(other), place]);
    let at = null;
    for (at of tried) {
      if (!boxes.some(([box, place]) => clashes(own, at, box, place))) return at;
    }
    return at;
  };
  /** Ever wider ellipses round a place, beginning in a direction. */
  function* around([x, y], towards, start = 80) {
    for (let radius = start; radius < start + 1500; radius += 26) {
      const count = Math.ceil(radius / 12);
      for (let step = 0; step < count; step += 1) {
        const turn = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / count);
        yield [Math.round(x + 1.3 * radius * Math.cos(towards + turn)), Math.round(y + radius * Math.sin(towards + turn))];
      }
    }
  }
  const middle = (placed) => {
    const places = [...placed.values()];
    const sum = (axis) => places.reduce((all, at) => all + at[axis], 0) / Math.max(1, places.length);
    return [sum(0), sum(1)];
  };

  /** Adds `ids` to `placed`, each in free room near `anchor`, away from the middle of what is there. */
  kg.placeBeside = (anchor, ids, placed) => {
    const [mx, my] = middle(placed);
    const at = placed.get(anchor) || [mx, my];
    const towards = Math.atan2(at[1] - my, at[0] - mx);
    for (const id of ids) placed.set(id, firstFree(id, placed, around(at, towards)));
  };

  /** Places on rings round `id`: each of `first` has a sector, wider where more of `second` lies behind it. */
  kg.placeRings = (id, first, second) => {
    const shares = first.map((other) => 1 + 0.6 * Math.max(0, second.get(other).length - 1));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const layers = Math.min(5, Math.ceil(first.length / 22));
    const radius = Math.max(150, (all * 92) / (2 * Math.PI * layers));
    const placed = new Map([[id, [0, 0]]]);
    // Two neighbours never lie on one line with the focus: it would hide an edge between them.
    const circle = first.length === 2 ? 1.4 * all : all;
    /** The next free place outwards, in a direction. */
    const put = (node, turn, from) => {
      const angle = turn * 2 * Math.PI - Math.PI / 2;
      const outwards = Array.from({ length: 60 }, (_, step) => from + 12 * step)
        .map((r) => [Math.round(1.3 * r * Math.cos(angle)), Math.round(r * Math.sin(angle))]);
      placed.set(node, firstFree(node, placed, outwards));
    };
    let turned = 0;
    const turns = shares.map((share) => (turned += share) - share / 2);
    first.forEach((other, at) => put(other, turns[at] / circle, radius + (at % layers) * 84));
    first.forEach((other, at) => {
      const behind = second.get(other);
      behind.forEach((child, place) => {
        const within = (place + 0.5) / behind.length - 0.5;
        put(child, (turns[at] + within * shares[at]) / circle, radius + (layers - 1) * 84 + 120);
      });
    });
    return placed;
  };
})();
