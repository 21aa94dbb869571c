package uk.vehicleregister.program.invariants;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.invariants.order.Papers;
import uk.vehicleregister.program.running.WholeRegister;

/// Papers as the post brings them while everybody writes at once: right when they are read, and soon old.
final class LivePapers implements Papers {

    private final WholeRegister register = WholeRegister.shared();
    private final List<String> vehicles = new CopyOnWriteArrayList<>();
    private final List<Certificate> certificates = new CopyOnWriteArrayList<>();
    private final List<String> cases = new CopyOnWriteArrayList<>();
    private final List<AuthorityGranted> authorities = new CopyOnWriteArrayList<>();

    void vehicle(String id) {
        vehicles.add(id);
    }

    void certificate(String mark, String number) {
        certificates.add(new Certificate(mark, number));
    }

    void reviewCase(String caseId) {
        cases.add(caseId);
    }

    void authority(AuthorityGranted granted) {
        authorities.add(granted);
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
        return postcodeOf(vehicle(vehicle));
    }

    private String postcodeOf(String vehicle) {
        SealedKeeper keeper = facts(vehicle).stream()
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

    @Override
    public @Nullable Authority authority(int number) {
        AuthorityGranted one = lately(authorities, number);
        if (one == null) return null;
        String vehicle = one.vehicleId().text();
        return new Authority(one.authorityId().toString(), latestOf(vehicle).mark(), postcodeOf(vehicle));
    }

    @Override
    public Entry entry(int vehicle, int number) {
        String id = vehicle(vehicle);
        List<RecordedEvent> told = register.log().stream("vehicle-" + id, 0).stream()
                .filter(event -> isBeginning(fact(event)))
                .toList();
        int index = Math.max(0, told.size() - 1 - number);
        return new Entry(id, told.get(index).position(), index == 0);
    }

    private static boolean isBeginning(Fact fact) {
        return fact instanceof VehicleRegistered
                || fact instanceof KeepershipFact
                        && !(fact instanceof KeeperDetailsChanged
                                || fact instanceof KeeperCorrected
                                || fact instanceof KeeperChangeReversed);
    }

    @Override
    public List<Marker> standing(int vehicle) {
        EnumSet<Marker> standing = EnumSet.noneOf(Marker.class);
        for (Fact fact : facts(vehicle(vehicle)))
            if (fact instanceof MarkerFact marker && marker.stands()) standing.add(marker.marker());
            else if (fact instanceof MarkerFact marker) standing.remove(marker.marker());
        return List.copyOf(standing);
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
                .map(LivePapers::fact)
                .toList();
    }

    private static Fact fact(RecordedEvent event) {
        return EventJson.readFact(event.type(), event.revision(), event.payload());
    }
}
