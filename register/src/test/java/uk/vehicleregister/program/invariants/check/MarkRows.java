package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// The rows about marks, from the marks' facts: where each one was, and what was printed.
final class MarkRows {

    private static final String CERTIFICATE = "CERTIFICATE";

    /// @param vehicle the one it is on, or came off; null where it was bought and never used
    private record Stay(
            String place,
            @Nullable VehicleId vehicle,
            @Nullable LocalDate expiresOn) {}

    static void fold(History history, Map<ReadTable, List<String>> rows) {
        Map<String, List<Period<Stay>>> stays = new LinkedHashMap<>();
        for (Entry entry : history.entries()) {
            List<Period<Stay>> before = List.of();
            if (entry.fact() instanceof MarkFact fact) {
                before = stays.computeIfAbsent(fact.mark().text(), _ -> new ArrayList<>());
                before.add(new Period<>(fact.effectiveOn(), entry.position(), stay(fact, cameOff(before))));
            }
            print(entry, before, rows.get(ReadTable.PRINTED_DOCUMENT));
        }
        stays.forEach((mark, periods) -> rows.get(ReadTable.MARK_PLACE)
                .addAll(Period.known(
                        periods,
                        (period, end) -> ReadTable.MARK_PLACE.row(
                                mark,
                                period.from(),
                                end,
                                period.what().place(),
                                text(period.what().vehicle()),
                                period.what().expiresOn(),
                                period.position()))));
    }

    private static Stay stay(MarkFact fact, @Nullable VehicleId cameOff) {
        return switch (fact) {
            case MarkIssued f -> on(f.vehicleId());
            case MarkRestored f -> on(f.vehicleId());
            case MarkTransferred f -> on(f.vehicleId());
            case EntitlementUsed f -> on(f.vehicleId());
            case MarkReplaced f -> new Stay("VOID", f.vehicleId(), null);
            case EntitlementSurrendered _, EntitlementLapsed _ -> new Stay("VOID", cameOff, null);
            case EntitlementGranted f -> new Stay(CERTIFICATE, f.vehicleId(), f.expiresOn());
            case EntitlementBought f -> new Stay(CERTIFICATE, null, f.expiresOn());
            case NomineeNamed f -> new Stay(CERTIFICATE, cameOff, f.expiresOn());
            case EntitlementExtended f -> new Stay(CERTIFICATE, cameOff, f.expiresOn());
        };
    }

    private static @Nullable VehicleId cameOff(List<Period<Stay>> before) {
        return before.isEmpty() ? null : before.getLast().what().vehicle();
    }

    private static @Nullable String text(@Nullable VehicleId vehicle) {
        return vehicle == null ? null : vehicle.text();
    }

    private static Stay on(VehicleId vehicle) {
        return new Stay("VEHICLE", vehicle, null);
    }

    private static void print(Entry entry, List<Period<Stay>> stays, List<String> rows) {
        if (entry.fact() instanceof V5CIssued f)
            rows.add(document(entry, "V5C", f.vehicleId(), f.mark().text(), f.issuedOn()));
        if (entry.fact() instanceof VehicleMarkFact f)
            rows.add(document(entry, "V948", f.vehicleId(), f.carries().text(), f.effectiveOn()));
        if (entry.fact() instanceof MarkFact f && stays.getLast().what().place().equals(CERTIFICATE)) {
            VehicleId cameOff = stays.getLast().what().vehicle();
            rows.add(document(
                    entry, cameOff == null ? "V750" : "V778", cameOff, f.mark().text(), f.effectiveOn()));
        }
    }

    private static String document(Entry entry, String type, @Nullable VehicleId vehicle, String mark, LocalDate on) {
        return ReadTable.PRINTED_DOCUMENT.row(entry.position(), type, text(vehicle), mark, on, entry.transactionId());
    }

    private MarkRows() {}
}
