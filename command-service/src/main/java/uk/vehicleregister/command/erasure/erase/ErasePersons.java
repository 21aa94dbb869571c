package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A registrar has people forgotten whom the events of one vehicle, or of one mark, tell of.
///
/// @param vehicle null: the one that carries the mark
/// @param noExemptionApplies the registrar's word that nothing in UK GDPR Article 17(3) stands against it
record ErasePersons(
        @Nullable VehicleId vehicle,
        @Nullable RegistrationMark mark,
        Whom whom,
        ErasureReason reason,
        LegalBasis legalBasis,
        boolean noExemptionApplies) {

    sealed interface Whom {

        default boolean holdsRights() {
            return this instanceof One(long _, PersonRole role) && role.holdsRights();
        }
    }

    /// Of whom the event at that position tells, in that role.
    record One(long position, PersonRole role) implements Whom {}

    /// Every keeper of the vehicle whose keepership ended before that day.
    record KeepershipsEndedBefore(LocalDate date) implements Whom {}
}
