package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// The register as simple as it can be written: vehicles, where each mark is, and how often somebody guessed wrong.
/// It shares no rule with the register's own code; it is what a clerk would keep on cards.
public final class Model implements Papers {

    /// Three wrong tries, and the fourth of any kind locks (domain.md 1.0).
    private static final int WRONG_TRIES = 3;

    sealed interface Place {
        record On(ModelVehicle vehicle) implements Place {}

        record Certified(String number) implements Place {}

        record Void(ModelVehicle cameOff) implements Place {}
    }

    /// An application that waits for a registrar.
    static final class Waiting {
        final String caseId;
        final Order order;
        final Request request;
        boolean decided;
        boolean feeHasEnded;

        Waiting(String caseId, Order order, Request request) {
            this.caseId = caseId;
            this.order = order;
            this.request = request;
        }
    }

    final List<ModelVehicle> vehicles = new ArrayList<>();
    final Map<String, Place> places = new HashMap<>();
    final Map<String, LocalDate> ages = new HashMap<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Waiting> cases = new ArrayList<>();
    private final Map<String, Integer> wrongReferences = new HashMap<>();
    private final Map<String, Integer> wrongCertificates = new HashMap<>();

    /// Who shows mark and latest reference of a vehicle is let through to the rule; who does not is counted.
    Expected onVehicle(Request request, Function<ModelVehicle, Expected> rule) {
        return let(List.of(request), shown -> rule.apply(shown.getFirst()));
    }

    /// The same for several vehicles, each named in an object of its own.
    Expected onVehicles(Request request, List<String> objects, Function<List<ModelVehicle>, Expected> rule) {
        return let(objects.stream().map(request::inner).toList(), rule);
    }

    private Expected let(List<Request> looks, Function<List<ModelVehicle>, Expected> rule) {
        if (looks.stream().anyMatch(look -> isLocked(wrongReferences, look.text("registrationMark"))))
            return Expected.refused(RefusalCode.MARK_LOCKED);
        List<ModelVehicle> shown =
                looks.stream().flatMap(look -> shown(look).stream()).toList();
        Expected expected = shown.size() == looks.size()
                ? rule.apply(shown)
                : Expected.refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        if (!expected.is(RefusalCode.MARK_LOCKED)) looks.forEach(this::count);
        return expected;
    }

    private void count(Request look) {
        if (shown(look).isPresent()) wrongReferences.remove(look.text("registrationMark"));
        else wrongReferences.merge(look.text("registrationMark"), 1, Integer::sum);
    }

    private Optional<ModelVehicle> shown(Request look) {
        return carrying(look.text("registrationMark")).filter(vehicle -> isProven(look, vehicle));
    }

    /// By its latest reference; where a form asks for none, by the postcode of the keeper it has.
    private static boolean isProven(Request request, ModelVehicle vehicle) {
        return request.body().containsKey("documentReference")
                ? vehicle.references.getLast().equals(request.text("documentReference"))
                : !vehicle.inTrade && vehicle.postcode.equals(request.text("keeperPostcode"));
    }

    /// The same for the latest certificate of a mark, counted apart.
    Expected onCertificate(Request request) {
        String mark = request.text("markToAssign");
        if (isLocked(wrongCertificates, mark)) return Expected.refused(RefusalCode.MARK_LOCKED);
        boolean matches = new Place.Certified(request.text("certificateNumber")).equals(places.get(mark));
        if (matches) wrongCertificates.remove(mark);
        else wrongCertificates.merge(mark, 1, Integer::sum);
        return matches ? Expected.DONE : Expected.refused(RefusalCode.CERTIFICATE_NOT_MATCHED);
    }

    private static boolean isLocked(Map<String, Integer> wrong, String mark) {
        return wrong.getOrDefault(mark, 0) >= WRONG_TRIES;
    }

    Optional<ModelVehicle> carrying(String mark) {
        return places.get(mark) instanceof Place.On(ModelVehicle vehicle) ? Optional.of(vehicle) : Optional.empty();
    }

    ModelVehicle the(Request request) {
        return carrying(request.text("registrationMark")).orElseThrow();
    }

    void put(String mark, ModelVehicle onto) {
        places.put(mark, new Place.On(onto));
        onto.mark = mark;
    }

    void certified(String mark, String number) {
        places.put(mark, new Place.Certified(number));
        certificates.add(new Certificate(mark, number));
    }

    /// A vehicle's first mark comes back where it waits for it; else the replacement is a mark nobody ever had.
    void replaced(ModelVehicle vehicle, String replacement) {
        boolean waits = new Place.Void(vehicle).equals(places.get(vehicle.original));
        if (waits ? !replacement.equals(vehicle.original) : places.containsKey(replacement))
            throw new AssertionError("the replacement should be " + (waits ? "the original mark" : "a new one"));
        put(replacement, vehicle);
        ages.put(replacement, vehicle.kind.registered);
    }

    /// A mark without an age, as a Q mark, never looks newer; all others are as old as the vehicle they were issued to.
    boolean wouldLookNewer(String mark, ModelVehicle vehicle) {
        return wouldLookNewer(mark, vehicle.kind);
    }

    boolean wouldLookNewer(String mark, RegisterVehicle.Kind kind) {
        LocalDate age = ages.get(mark);
        return age != null && age.isAfter(kind.registered);
    }

    public void opened(String caseId, Order order, Request request) {
        cases.add(new Waiting(caseId, order, request));
    }

    Waiting waiting(String caseId) {
        return cases.stream()
                .filter(waiting -> waiting.caseId.equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String vin(int vehicle) {
        return vehicle(vehicle).vin;
    }

    @Override
    public V5C latest(int vehicle) {
        return new V5C(vehicle(vehicle).mark, vehicle(vehicle).references.getLast());
    }

    @Override
    public V5C dead(int vehicle) {
        List<String> references = vehicle(vehicle).references;
        return new V5C(vehicle(vehicle).mark, references.size() == 1 ? Shown.NOBODYS : references.getFirst());
    }

    @Override
    public String postcode(int vehicle) {
        return vehicle(vehicle).postcode;
    }

    @Override
    public @Nullable Certificate certificate(int number) {
        return certificates.isEmpty() ? null : certificates.get(number % certificates.size());
    }

    @Override
    public @Nullable String reviewCase(int number) {
        return cases.isEmpty() ? null : cases.get(number % cases.size()).caseId;
    }

    private ModelVehicle vehicle(int number) {
        return vehicles.get(number % vehicles.size());
    }
}
