package uk.vehicleregister.command.mot.record;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_IN_FUTURE;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A test is taken as the testing station tells it, whatever stands on the vehicle's record.
final class RecordMotResultDecider {

    /// Twelve months, and the one by which a test may be taken early (docs/adr/0014).
    static final int MONTHS = 13;

    /// Whether a pass on that day can be valid until then.
    static boolean canExpire(LocalDate testedOn, LocalDate expiresOn) {
        return expiresOn.isAfter(testedOn) && !expiresOn.isAfter(testedOn.plusMonths(MONTHS));
    }

    static Decision decide(RecordMotResult command, VehicleId vehicle, LocalDate today) {
        if (command.testedOn().isAfter(today)) return refused(DATE_IN_FUTURE);
        return command.expiresOn() == null
                ? accepted(new MotFailed(vehicle, command.testedOn()))
                : accepted(new MotPassed(vehicle, command.testedOn(), command.expiresOn()));
    }

    private RecordMotResultDecider() {}
}
