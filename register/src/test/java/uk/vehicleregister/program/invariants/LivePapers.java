package uk.vehicleregister.program.invariants;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.program.invariants.order.Papers;
import uk.vehicleregister.program.running.WholeRegister;

/// Papers as the post brings them while everybody writes at once: right when they are read, and soon old.
final class LivePapers implements Papers {

    private final WholeRegister register = WholeRegister.shared();
    private final List<String> vehicles = new CopyOnWriteArrayList<>();
    private final List<Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<String> cases = new CopyOnWriteArrayList<>();

    void vehicle(String id) {
        vehicles.add(id);
    }

    void certificate(String mark, String number) {
        certificates.add(new Certificate(mark, number));
    }

    void reviewCase(String caseId) {
        cases.add(caseId);
    }

    List<String> vehicles() {
        return vehicles;
    }

    @Override
    public String vin(int vehicle) {
        return ((VehicleRegistered) facts(vehicle(vehicle)).getFirst()).vin().text();
    }

    @Override
    public V5C latest(int vehicle) {
        return latestOf(vehicle(vehicle));
    }

    V5C latestOf(String vehicle) {
        return v5c(issued(vehicle).getLast());
    }

    @Override
    public V5C dead(int vehicle) {
        List<V5CIssued> issued = issued(vehicle(vehicle));
        V5C today = v5c(issued.getLast());
        return issued.size() == 1
                ? today
                : new V5C(today.mark(), v5c(issued.getFirst()).reference());
    }

    @Override
    public String postcode(int vehicle) {
        SealedKeeper keeper = facts(vehicle(vehicle)).stream()
                .map(fact -> switch (fact) {
                    case VehicleRegistered f -> f.keeper();
                    case KeepershipFact f -> f.keeper();
                    default -> null; // not a fold: who lives where
                })
                .filter(known -> known != null)
                .reduce((_, later) -> later)
                .orElseThrow();
        return Watch.plain(register.vault().open(keeper.postcode().text()));
    }

    @Override
    public @Nullable Certificate certificate(int number) {
        return lately(certificates, number);
    }

    @Override
    public @Nullable String reviewCase(int number) {
        return lately(cases, number);
    }

    private static <T> @Nullable T lately(List<T> all, int number) {
        List<T> now = List.copyOf(all);
        return now.isEmpty() ? null : now.get(Math.max(0, now.size() - 1 - number));
    }

    /// The youngest first: older ones are scrapped sooner or later, and everybody looks at the same few.
    private String vehicle(int number) {
        return vehicles.reversed().get(number % vehicles.size());
    }

    private V5C v5c(V5CIssued issued) {
        return new V5C(issued.mark().text(), Watch.shared().number(issued.documentReference()));
    }

    private List<V5CIssued> issued(String vehicle) {
        return facts(vehicle).stream()
                .filter(V5CIssued.class::isInstance)
                .map(V5CIssued.class::cast)
                .toList();
    }

    private List<Fact> facts(String vehicle) {
        return register.log().stream("vehicle-" + vehicle, 0).stream()
                .map(event -> EventJson.readFact(event.type(), event.revision(), event.payload()))
                .toList();
    }
}
