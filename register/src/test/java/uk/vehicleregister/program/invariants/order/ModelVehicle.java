package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.invariants.order.Beginning.Kind;
import uk.vehicleregister.program.invariants.order.Beginning.Who;
import uk.vehicleregister.program.running.WholeRegister;

/// A vehicle as the model has it.
final class ModelVehicle {

    static final String ESTATE = "ESTATE";

    final String id;
    final String vin;
    final RegisterVehicle.Kind kind;
    final String original;
    final List<String> references = new ArrayList<>();
    final Set<Marker> markers = EnumSet.noneOf(Marker.class);
    final List<Beginning> beginnings = new ArrayList<>();
    final Set<Long> tellingDetails;
    final ModelTax tax = new ModelTax();
    String mark;
    String colour = RegisterVehicle.COLOUR;
    boolean destroyed;

    /// Of the last keeper it had, while it is in the trade.
    private Who lastKeeper;

    ModelVehicle(String vin, RegisterVehicle.Kind kind, Made.Keeper keeper, Recorded recorded) {
        Papers.V5C v5c = recorded.v5c();
        long registered = recorded.positionOf(VehicleRegistered.class);
        this.id = recorded.the(VehicleFact.class).vehicleId().text();
        this.vin = vin;
        this.kind = kind;
        this.original = v5c.mark();
        this.mark = v5c.mark();
        this.lastKeeper = Who.of(keeper);
        this.tellingDetails = Set.of(registered);
        beginnings.add(new Beginning(registered, Kind.REGISTERED, kind.registered, lastKeeper));
        references.add(v5c.reference());
    }

    /// It has come to somebody else, as this fact tells.
    void begin(Kind how, LocalDate date, @Nullable Who who, Recorded recorded, Class<? extends Fact> fact) {
        beginnings.add(new Beginning(recorded.positionOf(fact), how, date, who));
        if (who != null) lastKeeper = who;
    }

    Beginning now() {
        return standing().getLast();
    }

    private List<Beginning> standing() {
        return beginnings.stream().filter(beginning -> !beginning.neverWas).toList();
    }

    Optional<Beginning> beganAt(long position) {
        return beginnings.stream()
                .filter(beginning -> beginning.position == position)
                .findFirst();
    }

    boolean inTrade() {
        return now().who == null;
    }

    private Who keeper() {
        Who keeper = now().who;
        if (keeper != null) lastKeeper = keeper;
        return lastKeeper;
    }

    boolean isKeptBy(String name) {
        return !inTrade() && keeper().name().equals(name);
    }

    String keeperName() {
        return keeper().name();
    }

    String postcode() {
        return keeper().postcode();
    }

    void issued(Papers.V5C v5c) {
        if (!v5c.mark().equals(mark)) throw new AssertionError("the V5C names another mark than the vehicle's");
        references.add(v5c.reference());
    }

    boolean has(Marker marker) {
        return markers.contains(marker);
    }

    boolean canHaveV5C() {
        return !has(Marker.V5C_SUPPRESSED) && !has(Marker.EXPORTED) && !has(Marker.SCRAPPED);
    }

    /// Since when its keeper has it: the last time it came to one, or the first keepership.
    LocalDate keptSince() {
        return standing().stream()
                .filter(beginning -> beginning.who != null)
                .reduce((_, later) -> later)
                .orElseThrow()
                .date;
    }

    /// The later of the last keeper change and the last disposal is what dates of sale are held against.
    @Nullable
    LocalDate latestChange() {
        LocalDate change = last(Set.of(Kind.SOLD, Kind.OUT_OF_TRADE, Kind.DIED));
        LocalDate disposal = last(Set.of(Kind.INTO_TRADE));
        if (change == null || disposal == null) return change == null ? disposal : change;
        return change.isAfter(disposal) ? change : disposal;
    }

    private @Nullable LocalDate last(Set<Kind> kinds) {
        return standing().stream()
                .filter(beginning -> kinds.contains(beginning.kind))
                .map(beginning -> beginning.date)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /// Its tax ends, and full months from the next one on are given back.
    void taxEnds(LocalDate lastDay, Recorded recorded) {
        refunded(WholeRegister.TODAY, recorded);
        tax.end(lastDay);
    }

    void refunded(LocalDate neededUntil, Recorded recorded) {
        int due = tax.monthsLeftAfter(neededUntil);
        if (due != recorded.monthsGivenBack())
            throw new AssertionError(due + " months of tax are due back, and " + recorded.monthsGivenBack() + " were");
    }

    /// Exported and scrapped vehicles are off the road for good, and a stolen one is not its holder's to give.
    Expected unlessGone(Expected soFar) {
        return soFar.unless(has(Marker.EXPORTED), RefusalCode.EXPORTED)
                .unless(has(Marker.SCRAPPED), RefusalCode.SCRAPPED)
                .unless(has(Marker.STOLEN), RefusalCode.STOLEN);
    }

    /// What retention and assignment ask of the record alike (domain.md 1.4, 1.5).
    Expected mayMoveItsMark(Request request) {
        return unlessGone(Expected.DONE
                        .unless(has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED)
                        .unless(inTrade(), RefusalCode.NO_KEEPER)
                        .unless(!request.text("keeperPostcode").equals(postcode()), RefusalCode.POSTCODE_MISMATCH))
                .unless(mark.startsWith("Q"), RefusalCode.Q_MARK);
    }

    boolean needsReview() {
        return has(Marker.DIRECT_TO_PAPER)
                || has(Marker.LICENSING_HISTORY)
                || has(Marker.IDENTITY_CHECK)
                || has(Marker.WRITE_OFF_A)
                || has(Marker.WRITE_OFF_B);
    }

    /// Whether the V5C in hand names another keeper than this one, or another day.
    boolean isWrong(@Nullable Who who, LocalDate since) {
        Beginning now = now();
        return !Objects.equals(who, now.who) || who != null && !since.equals(now.date);
    }
}
