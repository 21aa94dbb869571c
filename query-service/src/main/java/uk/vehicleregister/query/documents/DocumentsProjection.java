package uk.vehicleregister.query.documents;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
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
        return Set.of(VehicleFact.class, MarkFact.class);
    }

    @Override
    public void project(List<Noted> events, StatelessSession rows) {
        List<DocumentRow> printed = events.stream()
                .map(DocumentsProjection::printed)
                .filter(Objects::nonNull)
                .toList();
        DocumentRow.TABLE.insert(printed, rows);
    }

    private static @Nullable DocumentRow printed(Noted noted) {
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
            // Number plates may be made for the mark the vehicle now carries.
            case VehicleMarkFact f ->
                new DocumentRow(
                        noted, Type.V948, f.vehicleId().text(), f.carries().text(), null);
            case VehicleFact _, MarkFact _ -> null;
            case PaymentFact _, AuthorityFact _, CaseFact _, AttemptFact _, BatchFact _ -> null;
        };
    }
}
