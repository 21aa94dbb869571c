package uk.vehicleregister.query.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementFact;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.query.documents.DocumentRow.Type;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.Projection;

/// One row for each document that goes into the post.
@Component
class DocumentsProjection implements Projection {

    static final String NAME = "documents";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("printed_document");
    }

    @Override
    public Set<Class<? extends Fact>> families() {
        return Set.of(PaperFact.class, VehicleMarkFact.class, EntitlementFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        Map<String, DocumentRow> certificates = latestCertificates(rows, events);
        List<DocumentRow> printed = new ArrayList<>();
        for (Noted noted : events) {
            DocumentRow row = printed(noted, certificates);
            if (row == null) continue;
            printed.add(row);
            if (row.type == Type.V778 || row.type == Type.V750) certificates.put(row.registrationMark, row);
        }
        DocumentRow.TABLE.insert(printed, rows);
    }

    /// Of the marks whose certificate is printed anew.
    private static Map<String, DocumentRow> latestCertificates(StatelessSession rows, List<Noted> events) {
        Set<String> marks = events.stream()
                .map(Noted::fact)
                .filter(fact -> fact instanceof NomineeNamed || fact instanceof EntitlementExtended)
                .map(fact -> ((MarkFact) fact).mark().text())
                .collect(Collectors.toSet());
        Map<String, DocumentRow> latest = new HashMap<>();
        if (!marks.isEmpty())
            rows.createSelectionQuery(
                            "from DocumentRow where registrationMark in :marks and type in (V778, V750)"
                                    + " order by position",
                            DocumentRow.class)
                    .setParameterList("marks", marks)
                    .getResultList()
                    .forEach(row -> latest.put(row.registrationMark, row));
        return latest;
    }

    private static @Nullable DocumentRow printed(Noted noted, Map<String, DocumentRow> certificates) {
        return switch (noted.fact()) {
            case V5CIssued f ->
                new DocumentRow(
                        noted,
                        Type.V5C,
                        f.vehicleId().text(),
                        f.mark().text(),
                        f.documentReference().sealed().text());
            case EntitlementGranted f ->
                new DocumentRow(
                        noted,
                        Type.V778,
                        f.vehicleId().text(),
                        f.mark().text(),
                        f.certificate().sealed().text());
            case EntitlementBought f ->
                new DocumentRow(
                        noted,
                        Type.V750,
                        null,
                        f.mark().text(),
                        f.certificate().sealed().text());
            case NomineeNamed f -> anew(noted, f, f.certificate(), certificates);
            case EntitlementExtended f -> anew(noted, f, f.certificate(), certificates);
            // Number plates may be made for the mark the vehicle now carries.
            case VehicleMarkFact f ->
                new DocumentRow(
                        noted, Type.V948, f.vehicleId().text(), f.carries().text(), null);
            case VehicleFact _, MarkFact _ -> null;
            case PaymentFact _,
                    AuthorityFact _,
                    CaseFact _,
                    AttemptFact _,
                    BatchFact _,
                    ErasureFact _,
                    DisclosureFact _ -> null;
        };
    }

    /// The certificate is what the one before was, a V750 or the V778 of a vehicle.
    private static DocumentRow anew(
            Noted noted, MarkFact fact, Credential certificate, Map<String, DocumentRow> certificates) {
        DocumentRow before = certificates.get(fact.mark().text());
        if (before == null) throw new IllegalStateException("a certificate is printed anew that never was printed");
        return new DocumentRow(
                noted,
                before.type,
                before.vehicleId,
                before.registrationMark,
                certificate.sealed().text());
    }
}
