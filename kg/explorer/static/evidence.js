"use strict";
// The evidence of an edge: each sentence that says it, with its words marked, the article, the date, the rule.
(() => {
  const { make, name, word } = kg;

  const statement = (subject, relation, object) => make("div", "statement", [
    make("span", "s", kg.nodeButton(subject)),
    make("span", "relation", kg.relationWord(relation) + " →"),
    make("span", "o", kg.nodeButton(object)),
  ]);

  kg.showEdge = (edge) => {
    if (edge.claims) return kg.go({ claim: edge.claims[0] });
    return kg.showPanel(statement(edge.from, edge.relation, edge.to), make("p", "hint", word("words", "noEvidence")));
  };

  kg.showClaim = (position) => {
    const claim = kg.claim(position);
    const known = make("dl", "facts");
    if (claim.post) known.append(make("dt", "", word("words", "inPost")), make("dd", "", kg.nodeButton(claim.post)));
    if (claim.confidence !== undefined) {
      known.append(make("dt", "", word("words", "confidence")), make("dd", "", String(claim.confidence)));
    }
    kg.showPanel(
      statement(claim.s, claim.r, claim.o),
      claim.published ? null : make("p", "warning", [word("words", "published"), "（", word("modalities", claim.modality), "）"]),
      known.childElementCount ? known : null,
      make("h3", "", [word("words", "evidence"), make("span", "count", word("words", "articles", { n: claim.articles }))]),
      ...claim.segments.map(segmentCard),
      make("p", "iri", name(claim.iri)),
    );
  };

  const segmentCard = (segment) => {
    const article = kg.article(segment.article);
    const quote = make("blockquote", "", [
      segment.prefix ? make("span", "around", "…" + segment.prefix) : null,
      ...segment.runs.map(([text, role]) => make(role ? "mark" : "span", role, text)),
      segment.suffix ? make("span", "around", segment.suffix + "…") : null,
    ]);
    const where = make("p", "article", [
      make("strong", "", name(article.headline || article.id)),
      make("span", "meta", name([article.date, article.publisher, article.headline ? article.id : ""].filter(Boolean).join(" · "))),
      article.url ? make("span", "meta", name(article.url)) : null,
    ]);
    const how = make("dl", "how");
    const tell = (label, value) => {
      if (value !== undefined && value !== "") how.append(make("dt", "", label), make("dd", "", name(value)));
    };
    tell(word("words", "modality"), word("modalities", segment.modality));
    tell(word("words", "confidence"), segment.confidence);
    tell(word("words", "rule"), segment.rule);
    tell(word("words", "statedDate"), segment.date);
    if (segment.bytes) tell(word("words", "bytes"), segment.bytes.join("–"));
    return make("article", "segment", [quote, where, how]);
  };
})();
