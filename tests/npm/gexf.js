// GEXF on standard input; its nodes and edges as graphology reads them, as JSON, out.
const Graph = require("graphology");
const gexf = require("graphology-gexf");
let text = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => { text += part; });
process.stdin.on("end", () => {
  const graph = gexf.parse(Graph, text);
  process.stdout.write(JSON.stringify({ multi: graph.multi, type: graph.type, ...graph.export() }));
});
