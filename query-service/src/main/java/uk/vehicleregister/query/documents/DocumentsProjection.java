package uk.vehicleregister.query.documents;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
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
            case MarkRetained f ->
                new DocumentRow(
                        noted, Type.V948, f.vehicleId().text(), f.replacement().text(), null);
            case MarkAssigned f ->
                new DocumentRow(noted, Type.V948, f.vehicleId().text(), f.mark().text(), null);
            case VehicleRegistered _,
                    KeeperChanged _,
                    DisposedToTrade _,
                    AcquiredFromTrade _,
                    MarkerSet _,
                    MarkerLifted _ -> null;
            case MarkIssued _, EntitlementUsed _, MarkReplaced _, MarkRestored _, PaymentFact _ -> null;
        };
    }
}
