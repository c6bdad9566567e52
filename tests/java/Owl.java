// Loads files into one OWL ontology as Protégé does, with the OWL API; says what it found, a line each.
import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.*;

class ReadOwl {
    public static void main(String[] arguments) throws Exception {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        for (String name : arguments) manager.loadOntologyFromOntologyDocument(new File(name));
        System.out.println("classes " + manager.ontologies().flatMap(o -> o.classesInSignature()).distinct().count());
        System.out.println("individuals " + manager.ontologies().flatMap(o -> o.individualsInSignature()).distinct().count());
        System.out.println("facts " + manager.ontologies().flatMap(o -> o.axioms(AxiomType.OBJECT_PROPERTY_ASSERTION)).distinct().count());
        System.out.println("values " + manager.ontologies().flatMap(o -> o.axioms(AxiomType.DATA_PROPERTY_ASSERTION)).distinct().count());
        System.out.println("annotations " + manager.ontologies().flatMap(o -> o.axioms(AxiomType.ANNOTATION_ASSERTION)).distinct().count());
        System.out.println("types " + manager.ontologies().flatMap(o -> o.axioms(AxiomType.CLASS_ASSERTION)).distinct().count());
    }
}
