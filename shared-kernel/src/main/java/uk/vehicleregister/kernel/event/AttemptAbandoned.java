package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// An application was left lying: its fee was claimed and never finished, or a warning never answered.
///
/// @param command its name, as in its path
/// @param mark the one that was asked about, where known
@Recorded(name = "AttemptAbandoned")
public record AttemptAbandoned(
        UUID attemptId, String command, @Nullable RegistrationMark mark, LocalDate abandonedOn) implements AttemptFact {

    public AttemptAbandoned {
        requireNonNull(attemptId);
        requireNonNull(command);
        requireNonNull(abandonedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return abandonedOn;
    }
}
