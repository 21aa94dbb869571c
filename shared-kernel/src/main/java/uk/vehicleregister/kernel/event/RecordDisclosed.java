package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Somebody was about to be shown a record: it is on the log before the answer leaves. An answer about several
/// vehicles is an event for each, in one append. It names no person; who looked is metadata, a pseudonym.
///
/// @param vehicleId the vehicle it was about
/// @param mark the mark it was about
/// @param reference of the looker's own file; it names a file and no person, and the keeper reads it
/// @param asked the other terms of the question, `name=value` with spaces between
/// @param notToldBefore the day from which the keeper may see it; at once without
@Recorded(name = "RecordDisclosed")
public record RecordDisclosed(
        UUID disclosureId,
        DisclosureKind kind,
        @Nullable VehicleId vehicleId,
        @Nullable RegistrationMark mark,
        DisclosurePurpose purpose,
        @Nullable String reference,
        @Nullable String asked,
        @Nullable LocalDate notToldBefore,
        LocalDate disclosedOn)
        implements DisclosureFact {

    public RecordDisclosed {
        requireNonNull(disclosureId);
        requireNonNull(kind);
        requireNonNull(purpose);
        requireNonNull(disclosedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return disclosedOn;
    }
}
