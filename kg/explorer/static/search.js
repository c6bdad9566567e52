"use strict";
// Search as you type over names and further names: one box for all entities, one for the area to keep to.
(() => {
  const MOST = 12;
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  // Made when a box is first used: a large graph has names by the ten thousand.
  const index = kg.lazy(() => [...kg.nodes.values()].map((node) => ({
    node,
    forms: [node.name, ...(node.names || [])].map((form) => [folded(form), form]),
    weight: kg.edgesOf(node.id).length,
  })));

  /** The nodes whose names hold `text`: equal before beginning before elsewhere, then the better connected. */
  kg.find = (text, among = () => true) => {
    const wanted = folded(text);
    if (!wanted) return [];
    const found = [];
    for (const { node, forms, weight } of index()) {
      if (!among(node.id)) continue;
      let best = null;
      for (const [form, shown] of forms) {
        const at = form.indexOf(wanted);
        if (at < 0) continue;
        const rank = form === wanted ? 0 : at === 0 ? 1 : 2;
        if (!best || rank < best.rank) best = { rank, shown };
      }
      if (best) found.push({ node, weight, ...best });
    }
    return found.sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, MOST);
  };

  /** A box with a list below it, steered by arrow keys, Enter and Escape. Returns the search that it does. */
  const combobox = (box, results, among, take) => {
    let chosen = -1;
    const entries = () => [...results.querySelectorAll("li:not(.nothing)")];
    const open = (shown) => {
      results.hidden = !shown;
      box.setAttribute("aria-expanded", String(shown));
      if (!shown) box.removeAttribute("aria-activedescendant");
    };
    const search = (text) => {
      chosen = -1;
      box.removeAttribute("aria-activedescendant");
      const found = kg.find(text, among);
      results.replaceChildren(...found.map(({ node, shown }, at) => {
        const place = kg.placeOf(node.id);
        const entry = kg.make("li", "", [
          kg.sign(node.group), kg.name(node.name),
          shown === node.name ? null : kg.make("span", "aside", kg.name(shown)),
          kg.make("span", "kind", [place ? kg.name(place) : null, place ? " · " : null, kg.word("kinds", node.group)]),
        ], () => {
          open(false);
          take(node.id);
        });
        entry.id = results.id + "-" + at;
        entry.setAttribute("role", "option");
        return entry;
      }));
      if (!found.length && text.trim()) results.append(kg.make("li", "nothing", kg.word("words", "nothing")));
      open(Boolean(text.trim()));
      return found;
    };
    box.addEventListener("input", () => search(box.value));
    box.addEventListener("focus", () => search(box.value));
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // the keys belong to the input method
      const listed = results.hidden ? [] : entries();
      if (event.key === "Escape") {
        if (results.hidden) box.value = "";
        open(false);
        event.preventDefault();
      }
      if (event.key === "Enter" && listed.length) listed[Math.max(0, chosen)].click();
      if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || !listed.length) return;
      event.preventDefault();
      chosen = Math.max(0, Math.min(listed.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1)));
      listed.forEach((entry, at) => entry.setAttribute("aria-selected", String(at === chosen)));
      box.setAttribute("aria-activedescendant", listed[chosen].id);
      listed[chosen].scrollIntoView({ block: "nearest" });
    });
    document.addEventListener("click", (event) => {
      if (!box.parentElement.contains(event.target)) open(false);
    });
    return search;
  };

  const box = document.getElementById("search");
  kg.search = combobox(box, document.getElementById("results"), () => true, (id) => {
    box.value = "";
    kg.go({ focus: id });
  });
  const area = document.getElementById("area");
  combobox(area, document.getElementById("areas"), kg.isArea, (id) => kg.go({ area: id }));
  // Emptying the box gives the whole graph back.
  area.addEventListener("input", () => {
    if (!area.value && kg.state().area !== null) kg.go({ area: null });
  });
})();
