package uk.vehicleregister.program.invariants.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.vehicle.Marker;

/// What people have at hand when they write to the register. Vehicles, certificates and cases are numbered; a number
/// beyond the last one counts from the first again.
public interface Papers {

    record V5C(String mark, String reference) {}

    record Certificate(String mark, String number) {}

    /// @param mark today's of its vehicle
    /// @param postcode of the keeper it has today
    record Authority(String id, String mark, String postcode) {}

    /// Something on a vehicle's record by which it came to somebody, as a registrar names it.
    record Entry(String vehicleId, long position, boolean isFirst) {}

    String vin(int vehicle);

    V5C latest(int vehicle);

    /// The mark of today on a V5C that is no longer the latest; where there was only one, a number nobody drew.
    V5C dead(int vehicle);

    /// Of the keeper on record, or of the last one.
    String postcode(int vehicle);

    /// One that was issued at some time, used or not.
    @Nullable
    Certificate certificate(int number);

    /// The id of an application that waits, or waited, for a registrar.
    @Nullable
    String reviewCase(int number);

    /// One that some keeper gave, in force or not.
    @Nullable
    Authority authority(int number);

    /// The latest beginning of a keepership, or of the time in the trade, or one so many before it.
    Entry entry(int vehicle, int number);

    /// Markers that stand on its record.
    List<Marker> standing(int vehicle);
}
