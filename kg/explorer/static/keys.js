"use strict";
// The drawing by keyboard: arrows go to the next node that way, Enter looks around it, + adds its neighbours, Escape
// goes back to the start.
(() => {
  const stage = document.getElementById("network");
  const told = document.getElementById("told");
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  let at = null;

  const next = ([dx, dy]) => {
    const places = kg.view.places();
    if (at === null || !places.has(at)) return kg.view.focused() ?? kg.state().area ?? [...places.keys()][0] ?? null;
    const [x, y] = places.get(at);
    let best = null;
    for (const [id, [px, py]] of places) {
      const along = (px - x) * dx + (py - y) * dy;
      const aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
      if (along <= 0) continue;
      const far = along + 2.5 * aside;
      if (!best || far < best.far) best = { id, far };
    }
    return best ? best.id : at;
  };
  stage.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    if (way) {
      at = next(way);
      if (at !== null) {
        kg.view.mark({ node: at });
        const node = kg.nodes.get(at);
        told.textContent = node.name + " · " + kg.word("kinds", node.group);
      }
    } else if (event.key === "Enter" && at !== null) kg.go({ focus: at });
    else if (event.key === " " && at !== null) kg.go({ node: at });
    else if ((event.key === "+" || event.key === "=") && at !== null) kg.go({ expand: at });
    else if (event.key === "Escape") kg.go({});
    else return;
    event.preventDefault();
  });
})();
