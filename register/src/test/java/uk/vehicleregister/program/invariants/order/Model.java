package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// The register as simple as it can be written: vehicles, where each mark is, and how often somebody guessed wrong.
/// It shares no rule with the register's own code; it is what a clerk would keep on cards.
public final class Model implements Papers {

    /// Three wrong tries, and the fourth of any kind locks (domain.md 1.0).
    private static final int WRONG_TRIES = 3;

    final List<ModelVehicle> vehicles = new ArrayList<>();
    final Map<String, Place> places = new HashMap<>();
    final Map<String, LocalDate> ages = new HashMap<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Waiting> cases = new ArrayList<>();
    private final List<ModelAuthority> authorities = new ArrayList<>();
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
        Expected expected = looks.stream()
                .map(this::proven)
                .filter(proof -> proof != Expected.DONE)
                .findFirst()
                .orElseGet(() -> rule.apply(looks.stream().map(this::the).toList()));
        if (!expected.is(RefusalCode.MARK_LOCKED)) looks.forEach(this::count);
        return expected;
    }

    /// An authority that is the sender's lets them look, and yet does not make wrong references forgotten.
    private void count(Request look) {
        boolean matches = !proven(look).is(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        if (!matches) wrongReferences.merge(look.text("registrationMark"), 1, Integer::sum);
        else if (!look.isByAuthority()) wrongReferences.remove(look.text("registrationMark"));
    }

    /// By its latest reference or an authority of its keeper; where a form asks for neither, by the postcode of the
    /// keeper it has.
    private Expected proven(Request look) {
        ModelVehicle vehicle = carrying(look.text("registrationMark")).orElse(null);
        if (vehicle != null && look.isByAuthority())
            return authority(look.text("authorityId")).allows(look, vehicle);
        boolean matches = vehicle != null
                && (look.body().containsKey("documentReference")
                        ? vehicle.references.getLast().equals(look.text("documentReference"))
                        : !vehicle.inTrade() && vehicle.postcode().equals(look.text("keeperPostcode")));
        return Expected.DONE.unless(!matches, RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
    }

    /// The same for the latest certificate of a mark, counted apart.
    Expected onCertificate(String mark, Request request) {
        if (isLocked(wrongCertificates, mark)) return Expected.refused(RefusalCode.MARK_LOCKED);
        boolean matches = places.get(mark) instanceof Place.Certified held
                && held.number().equals(request.text("certificateNumber"));
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

    void certified(String mark, String number, String holder) {
        certified(mark, new Place.Certified(number, holder, null));
    }

    void certified(String mark, Place.Certified held) {
        places.put(mark, held);
        certificates.add(new Certificate(mark, held.number()));
    }

    Place.Certified certificateOf(String mark) {
        return (Place.Certified) Objects.requireNonNull(places.get(mark));
    }

    /// Once a nominee was named, the vehicle's keeper must be the holder or that nominee.
    boolean isForAnother(String mark, ModelVehicle vehicle) {
        return places.get(mark) instanceof Place.Certified(String _, String holder, String nominee)
                && nominee != null
                && !vehicle.keeperName().equals(holder)
                && !vehicle.keeperName().equals(nominee);
    }

    void granted(ModelAuthority authority) {
        authorities.add(authority);
    }

    ModelAuthority authority(String id) {
        return authorities.stream()
                .filter(authority -> authority.id.equals(id))
                .findFirst()
                .orElseThrow();
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
        return vehicle(vehicle).postcode();
    }

    @Override
    public @Nullable Certificate certificate(int number) {
        return certificates.isEmpty() ? null : certificates.get(number % certificates.size());
    }

    @Override
    public @Nullable String reviewCase(int number) {
        return cases.isEmpty() ? null : cases.get(number % cases.size()).caseId;
    }

    @Override
    public @Nullable Authority authority(int number) {
        if (authorities.isEmpty()) return null;
        ModelAuthority one = authorities.get(number % authorities.size());
        return new Authority(one.id, one.vehicle.mark, one.vehicle.postcode());
    }

    @Override
    public Entry entry(int vehicle, int number) {
        List<Beginning> told = vehicle(vehicle).beginnings;
        Beginning one = told.get(Math.max(0, told.size() - 1 - number));
        return new Entry(vehicle(vehicle).id, one.position, one.kind == Beginning.Kind.REGISTERED);
    }

    @Override
    public List<Marker> standing(int vehicle) {
        return List.copyOf(vehicle(vehicle).markers);
    }

    ModelVehicle withId(String id) {
        return vehicles.stream()
                .filter(vehicle -> vehicle.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ModelVehicle vehicle(int number) {
        return vehicles.get(number % vehicles.size());
    }
}
