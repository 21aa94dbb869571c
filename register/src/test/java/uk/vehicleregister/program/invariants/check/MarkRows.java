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

    private record Stay(
            String place, VehicleId vehicle, @Nullable LocalDate expiresOn) {}

    static void fold(History history, Map<ReadTable, List<String>> rows) {
        Map<String, List<Period<Stay>>> stays = new LinkedHashMap<>();
        for (Entry entry : history.entries()) {
            if (entry.fact() instanceof MarkFact fact)
                stays.computeIfAbsent(fact.mark().text(), _ -> new ArrayList<>())
                        .add(new Period<>(fact.effectiveOn(), entry.position(), stay(fact)));
            print(entry, rows.get(ReadTable.PRINTED_DOCUMENT));
        }
        stays.forEach((mark, periods) -> rows.get(ReadTable.MARK_PLACE)
                .addAll(Period.known(
                        periods,
                        (period, end) -> ReadTable.MARK_PLACE.row(
                                mark,
                                period.from(),
                                end,
                                period.what().place(),
                                period.what().vehicle().text(),
                                period.what().expiresOn(),
                                period.position()))));
    }

    private static Stay stay(MarkFact fact) {
        return switch (fact) {
            case MarkIssued f -> on(f.vehicleId());
            case MarkRestored f -> on(f.vehicleId());
            case MarkTransferred f -> on(f.vehicleId());
            case EntitlementUsed f -> on(f.vehicleId());
            case MarkReplaced f -> new Stay("VOID", f.vehicleId(), null);
            case EntitlementGranted f -> new Stay("CERTIFICATE", f.vehicleId(), f.expiresOn());
            case EntitlementBought _,
                    NomineeNamed _,
                    EntitlementExtended _,
                    EntitlementSurrendered _,
                    EntitlementLapsed _ -> throw new UnsupportedOperationException("no command writes it yet");
        };
    }

    private static Stay on(VehicleId vehicle) {
        return new Stay("VEHICLE", vehicle, null);
    }

    private static void print(Entry entry, List<String> rows) {
        if (entry.fact() instanceof V5CIssued f)
            rows.add(document(entry, "V5C", f.vehicleId(), f.mark().text(), f.issuedOn()));
        if (entry.fact() instanceof EntitlementGranted f)
            rows.add(document(entry, "V778", f.vehicleId(), f.mark().text(), f.grantedOn()));
        if (entry.fact() instanceof VehicleMarkFact f)
            rows.add(document(entry, "V948", f.vehicleId(), f.carries().text(), f.effectiveOn()));
    }

    private static String document(Entry entry, String type, VehicleId vehicle, String mark, LocalDate on) {
        return ReadTable.PRINTED_DOCUMENT.row(entry.position(), type, vehicle.text(), mark, on, entry.transactionId());
    }

    private MarkRows() {}
}
