package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A person was forgotten in one role: their data key is destroyed before anybody is answered, and after a crash at
/// the next start. What was sealed under it stays, and can never be read again.
///
/// @param role as what they were told of
/// @param keyId the data key that is destroyed; it says nothing of the person
/// @param positions of the events in which texts of theirs stand, in order
/// @param vehicleId the vehicle, where its events tell of them
/// @param legalBasis letter of UK GDPR Article 17(1); who decided so is the event's actor
@Recorded(name = "PersonErased")
public record PersonErased(
        UUID erasureId,
        PersonRole role,
        UUID keyId,
        List<Long> positions,
        @Nullable VehicleId vehicleId,
        ErasureReason reason,
        LegalBasis legalBasis,
        LocalDate erasedOn)
        implements ErasureFact {

    public PersonErased {
        requireNonNull(erasureId);
        requireNonNull(role);
        requireNonNull(keyId);
        positions = List.copyOf(positions);
        requireNonNull(reason);
        requireNonNull(legalBasis);
        requireNonNull(erasedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return erasedOn;
    }
}
