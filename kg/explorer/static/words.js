"use strict";
// Words of the interface and the making of elements. Text enters the page through textContent alone.
(() => {
  kg.language = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";

  /** A word of `section` of the appearance in the chosen language; what is not there is shown as it is. */
  kg.word = (section, key, values = {}) => {
    const entry = Object.hasOwn(kg.contents[section], key) ? kg.contents[section][key] : null;
    const text = entry ? entry[kg.language] : key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  };
  /** A relation's word, read from its subject or, inverse, from its object. */
  kg.relationWord = (relation, inverse = false) => {
    if (!Object.hasOwn(kg.contents.relations, relation)) return relation;
    return kg.contents.relations[relation][(inverse ? "inverse_" : "") + kg.language];
  };

  /** Yuan, as "5,080,000,000", in the units that people read: 50.8亿元, ¥5.08 bn. */
  kg.money = (text) => {
    const yuan = Number(text.replaceAll(",", ""));
    if (!Number.isFinite(yuan)) return text;
    const units = kg.language === "zh" ? [[1e8, "亿元"], [1e4, "万元"], [1, "元"]] : [[1e9, " bn"], [1e6, " m"], [1, ""]];
    const [size, unit] = units.find(([least]) => Math.abs(yuan) >= least) || [1, ""];
    return (kg.language === "zh" ? "" : "¥") + String(Number((yuan / size).toFixed(4))) + unit;
  };

  /** An element with a class, text or elements in it, and, for buttons, what a click does. */
  kg.make = (tag, cls = "", inside = [], click = null) => {
    const made = document.createElement(tag);
    if (cls) made.className = cls;
    if (tag === "button") made.type = "button";
    for (const part of Array.isArray(inside) ? inside : [inside]) {
      if (part !== null && part !== undefined) made.append(part);
    }
    if (click) made.addEventListener("click", click);
    return made;
  };
  /** A name out of the graph: a run of text whose direction of writing touches nothing around it. */
  kg.name = (text, cls = "") => kg.make("bdi", cls, String(text));
  /** The area that a reader knows an entity by: what it lies in, or the area it belongs to first. */
  kg.placeOf = (id) => {
    const node = kg.nodes.get(id);
    const area = node.up || (node.areas || [])[0];
    return area ? kg.nodes.get(area).name : "";
  };
  /** A coloured sign for a kind. */
  kg.sign = (kind) => {
    const sign = kg.make("span", "sign " + (kg.contents.kinds[kind] || kg.contents.kinds.other).shape);
    sign.style.setProperty("--fill", (kg.contents.kinds[kind] || kg.contents.kinds.other).colour);
    sign.style.setProperty("--edge", (kg.contents.kinds[kind] || kg.contents.kinds.other).line);
    return sign;
  };
})();
