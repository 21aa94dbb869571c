package uk.vehicleregister.command.vehicle.register;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle come onto the register with this mark?
final class RegisterVehicleDecider {

    /// @param vinIsKnown whether a vehicle with this VIN is on the register
    /// @param markIsNew whether the mark has never been issued
    record Register(VehicleId vehicleId, boolean vinIsKnown, RegistrationMark mark, boolean markIsNew) {}

    record Papers(@Nullable SealedKeeper keeper, Credential v5c) {}

    /// @param print makes the numbers and seals the names; asked only once nothing stands in the way
    static Decision decide(RegisterVehicle command, Register register, Supplier<Papers> print, LocalDate today) {
        LocalDate firstRegistration = command.details().dateOfFirstRegistration();
        RegistrationMark mark = register.mark();
        if (register.vinIsKnown()) return refused(RefusalCode.VIN_ALREADY_REGISTERED);
        if (firstRegistration.isAfter(today) || command.keeperSince().isAfter(today))
            return refused(RefusalCode.DATE_IN_FUTURE);
        if (!mark.obeysLetterRules()) return refused(RefusalCode.MARK_NOT_AVAILABLE);
        if (mark.wouldLookNewerThan(firstRegistration)) return refused(RefusalCode.WOULD_LOOK_NEWER);
        if (!register.markIsNew()) return refused(RefusalCode.MARK_NOT_AVAILABLE);
        return recorded(command, register, print.get(), today);
    }

    private static Decision recorded(RegisterVehicle command, Register register, Papers papers, LocalDate today) {
        VehicleId vehicle = register.vehicleId();
        RegistrationMark mark = register.mark();
        return accepted(
                new VehicleRegistered(
                        vehicle, command.vin(), mark, command.details(), papers.keeper(), command.keeperSince()),
                new V5CIssued(
                        vehicle,
                        mark,
                        papers.v5c(),
                        command.documentReference() == null ? today : command.keeperSince()),
                new MarkIssued(mark, vehicle, command.details().dateOfFirstRegistration()));
    }

    private RegisterVehicleDecider() {}
}
