package uk.vehicleregister.command.lookup;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import uk.vehicleregister.command.web.Entrances;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.paper.DocumentReference;

/// What an applicant shows, in the place where a form asks for it: `documentReference`, or `authorityId` of an
/// authority that the keeper gave them.
public final class ProofForm {

    private static final String REFERENCE = "documentReference";
    private static final String AUTHORITY = "authorityId";
    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// Exactly one of the two.
    public static Field<Proof> read(Fields in) {
        if (in.asksOnly()) {
            return in.oneOf(ProofForm::reference, ProofForm::authority);
        }
        boolean both = in.has(REFERENCE) && in.has(AUTHORITY);
        Field<DocumentReference> reference = in.optional(REFERENCE, DocumentReference::parse);
        if (!in.has(REFERENCE) && !in.has(AUTHORITY)) {
            in.fault(REFERENCE, "REQUIRED", "is required, or an authorityId in its place");
        }
        Field<UUID> authority = in.optional(AUTHORITY, ProofForm::authorityId);
        if (both) {
            in.fault(AUTHORITY, "NOT_EXPECTED", "is only for a request without a documentReference");
        }
        return in.has(AUTHORITY)
                ? in.part(authority, Proof.ByAuthority::new)
                : in.part(reference, Proof.Reference::new);
    }

    /// Where no authority can stand in its place: there is no keeper to give one, or it would be passed on.
    public static Field<Proof> reference(Fields in) {
        return in.part(in.required(REFERENCE, DocumentReference::parse), Proof.Reference::new);
    }

    private static Field<Proof> authority(Fields in) {
        return in.part(in.required(AUTHORITY, ProofForm::authorityId), Proof.ByAuthority::new);
    }

    public static Parsed<UUID> authorityId(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.matches(UUID_TEXT)
                ? Parsed.valid(UUID.fromString(lower))
                : Parsed.malformed("must be the UUID of an authority");
    }

    /// The commands that take an authority in the place of the reference, and so can be in its scope.
    public static Set<String> commands(Entrances entrances) {
        return entrances.askingFor(REFERENCE, AUTHORITY);
    }

    private ProofForm() {}
}
