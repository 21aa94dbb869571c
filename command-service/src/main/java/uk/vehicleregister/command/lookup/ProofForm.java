package uk.vehicleregister.command.lookup;

import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.kernel.paper.DocumentReference;

/// `documentReference`, in the place where a form asks for it.
public final class ProofForm {

    public static Field<Proof> read(Fields in) {
        Field<DocumentReference> reference = in.required("documentReference", DocumentReference::parse);
        return in.part(reference, Proof.Reference::new);
    }

    private ProofForm() {}
}
