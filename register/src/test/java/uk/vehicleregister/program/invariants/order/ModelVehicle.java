package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

/// A vehicle as the model has it.
final class ModelVehicle {

    static final String ESTATE = "ESTATE";

    final String vin;
    final RegisterVehicle.Kind kind;
    final String original;
    final List<String> references = new ArrayList<>();
    final Set<Marker> markers = EnumSet.noneOf(Marker.class);
    String mark;
    String postcode;
    String keeper;
    boolean inTrade;
    boolean destroyed;

    @Nullable
    LocalDate lastChange;

    /// The later of the last keeper change and the last disposal is what dates of sale are held against.
    @Nullable
    LocalDate lastDisposal;

    ModelVehicle(String vin, RegisterVehicle.Kind kind, Papers.V5C v5c, Made.Keeper keeper) {
        this.vin = vin;
        this.kind = kind;
        this.original = v5c.mark();
        this.mark = v5c.mark();
        keptBy(keeper);
        references.add(v5c.reference());
    }

    void keptBy(Made.Keeper known) {
        keeper = known.name();
        postcode = known.postcode;
    }

    void issued(Papers.V5C v5c) {
        if (!v5c.mark().equals(mark)) throw new AssertionError("the V5C names another mark than the vehicle's");
        references.add(v5c.reference());
    }

    boolean has(Marker marker) {
        return markers.contains(marker);
    }

    @Nullable
    LocalDate latestChange() {
        if (lastChange == null || lastDisposal == null) return lastChange == null ? lastDisposal : lastChange;
        return lastChange.isAfter(lastDisposal) ? lastChange : lastDisposal;
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
                        .unless(inTrade, RefusalCode.NO_KEEPER)
                        .unless(!request.text("keeperPostcode").equals(postcode), RefusalCode.POSTCODE_MISMATCH))
                .unless(mark.startsWith("Q"), RefusalCode.Q_MARK);
    }

    boolean needsReview() {
        return has(Marker.DIRECT_TO_PAPER)
                || has(Marker.LICENSING_HISTORY)
                || has(Marker.IDENTITY_CHECK)
                || has(Marker.WRITE_OFF_A)
                || has(Marker.WRITE_OFF_B);
    }
}
