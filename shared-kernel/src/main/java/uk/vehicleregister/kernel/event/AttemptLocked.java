package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A look-up was turned away because of too many wrong tries before it.
///
/// @param command its name, as in its path
/// @param mark the one that was asked about
@Recorded(name = "AttemptLocked")
public record AttemptLocked(
        UUID attemptId, String command, @Nullable RegistrationMark mark, RefusalCode code, LocalDate lockedOn)
        implements AttemptFact {

    public AttemptLocked {
        requireNonNull(attemptId);
        requireNonNull(command);
        requireNonNull(code);
        requireNonNull(lockedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return lockedOn;
    }
}
