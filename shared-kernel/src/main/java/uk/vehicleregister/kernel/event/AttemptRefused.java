package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// An application was refused. It names what was tried and why it failed, and no person.
///
/// @param command its name, as in its path
/// @param mark the one that was asked about
@Recorded(name = "AttemptRefused")
public record AttemptRefused(
        UUID attemptId, String command, @Nullable RegistrationMark mark, RefusalCode code, LocalDate refusedOn)
        implements AttemptFact {

    public AttemptRefused {
        requireNonNull(attemptId);
        requireNonNull(command);
        requireNonNull(code);
        requireNonNull(refusedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return refusedOn;
    }
}
