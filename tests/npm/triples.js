// JSON-LD on standard input, N-Quads out. Fetches nothing: a context that is not in the document is an error.
const jsonld = require("jsonld");
const refuse = async (url) => { throw new Error(`would have fetched ${url}`); };
let text = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => { text += part; });
process.stdin.on("end", async () => {
  const quads = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: refuse });
  process.stdout.write(quads);
});
