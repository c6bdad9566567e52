"use strict";
// Search as you type over names and further names.
(() => {
  const MOST = 12;
  const box = document.getElementById("search");
  const results = document.getElementById("results");
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const index = [...kg.nodes.values()].map((node) => ({
    node,
    forms: [node.name, ...(node.names || [])].map((form) => [folded(form), form]),
    weight: kg.edgesOf.get(node.id).length,
  }));
  let chosen = -1;

  /** The nodes whose names hold `text`: equal before beginning before elsewhere, then the better connected. */
  kg.find = (text) => {
    const wanted = folded(text);
    if (!wanted) return [];
    const found = [];
    for (const { node, forms, weight } of index) {
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

  const open = (shown) => {
    results.hidden = !shown;
    box.setAttribute("aria-expanded", String(shown));
  };
  kg.search = (text) => {
    chosen = -1;
    const found = kg.find(text);
    results.replaceChildren(...found.map(({ node, shown }) => {
      const entry = kg.make("li", "", [
        kg.sign(node.group), kg.name(node.name),
        shown === node.name ? null : kg.make("span", "aside", kg.name(shown)),
        kg.make("span", "kind", kg.word("kinds", node.group)),
      ], () => take(node.id));
      entry.setAttribute("role", "option");
      return entry;
    }));
    if (!found.length && text.trim()) results.append(kg.make("li", "nothing", kg.word("words", "nothing")));
    open(Boolean(text.trim()));
    return found;
  };
  const take = (id) => {
    open(false);
    box.value = "";
    kg.go({ focus: id });
  };

  box.addEventListener("input", () => kg.search(box.value));
  box.addEventListener("focus", () => kg.search(box.value));
  box.addEventListener("keydown", (event) => {
    const entries = [...results.querySelectorAll("li:not(.nothing)")];
    if (event.key === "Escape") open(false);
    if (event.key === "Enter" && entries.length) entries[Math.max(0, chosen)].click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    chosen = Math.max(0, Math.min(entries.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1)));
    entries.forEach((entry, at) => entry.setAttribute("aria-selected", String(at === chosen)));
    if (entries[chosen]) entries[chosen].scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("click", (event) => {
    if (!document.getElementById("search-box").contains(event.target)) open(false);
  });
})();
