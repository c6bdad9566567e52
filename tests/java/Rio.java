// Reads RDF as GraphDB and n10s do, with RDF4J's Rio. Arguments: a format's name and a file, as often as wanted; beside
// each file its statements are written as N-Quads, in a file of the same name and .nq.
import java.io.FileInputStream;
import java.io.FileOutputStream;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;

class ReadRdf {
    public static void main(String[] arguments) throws Exception {
        for (int at = 0; at < arguments.length; at += 2) {
            String name = arguments[at + 1];
            RDFParser parser = Rio.createParser((RDFFormat) RDFFormat.class.getField(arguments[at]).get(null));
            try (FileInputStream in = new FileInputStream(name);
                    FileOutputStream out = new FileOutputStream(name + ".nq")) {
                parser.setRDFHandler(Rio.createWriter(RDFFormat.NQUADS, out));
                parser.parse(in, "");
            }
        }
    }
}
