package uk.vehicleregister.command.record.correct;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.record.correct.Keeping.Kind;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// A vehicle's record as a correction sees it: what stands, and which event told what.
///
/// @param positions of everything recorded about it
/// @param tellingDetails positions of the events that told what the vehicle is
record VehicleRecord(
        Set<Long> positions,
        Set<Long> tellingDetails,
        @Nullable VehicleDetails details,
        @Nullable RegistrationMark mark,
        Markers markers,
        Keepings keepings) {

    static final VehicleRecord EMPTY = new VehicleRecord(Set.of(), Set.of(), null, null, Markers.NONE, Keepings.NONE);

    /// A fact with its place in the log.
    record Told(long position, VehicleFact fact) {}

    VehicleRecord after(Told told) {
        VehicleRecord known =
                new VehicleRecord(with(positions, told.position()), tellingDetails, details, mark, markers, keepings);
        return switch (told.fact()) {
            case VehicleRegistered f ->
                known.telling(told.position(), f.details())
                        .carrying(f.mark())
                        .kept(keepings.with(
                                told.position(), Keeping.told(Kind.REGISTERED, f.keeperSince(), f.keeper())));
            case DetailsCorrected f -> known.telling(told.position(), f.details());
            case KeepershipFact f -> known.kept(keepings.after(told.position(), f));
            case VehicleMarkFact f -> known.carrying(f.carries());
            case MarkerFact f ->
                new VehicleRecord(known.positions, tellingDetails, details, mark, markers.after(f), keepings);
            case LicensingFact _, PaperFact _ -> known;
        };
    }

    private VehicleRecord telling(long position, VehicleDetails newDetails) {
        return new VehicleRecord(positions, with(tellingDetails, position), newDetails, mark, markers, keepings);
    }

    private VehicleRecord carrying(RegistrationMark newMark) {
        return new VehicleRecord(positions, tellingDetails, details, newMark, markers, keepings);
    }

    private VehicleRecord kept(Keepings newKeepings) {
        return new VehicleRecord(positions, tellingDetails, details, mark, markers, newKeepings);
    }

    private static Set<Long> with(Set<Long> positions, long position) {
        Set<Long> more = new HashSet<>(positions);
        more.add(position);
        return more;
    }
}
