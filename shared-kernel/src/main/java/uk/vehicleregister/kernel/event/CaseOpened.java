package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What a rule cannot decide waits for a registrar (domain.md 1.4, 1.5: paper).
///
/// @param transactionId of the application, which is decided in it
/// @param command its name, as in its path
/// @param cause what the rule found
/// @param request the body of the application, sealed under a key of the case
/// @param applicant pseudonym of who applied
/// @param role in which they applied
/// @param paymentId the fee that is authorised and waits, if any
@Recorded(name = "CaseOpened")
public record CaseOpened(
        UUID caseId,
        UUID transactionId,
        String command,
        RefusalCode cause,
        VehicleId vehicleId,
        RegistrationMark mark,
        Sealed request,
        String applicant,
        String role,
        @Nullable String paymentId,
        LocalDate openedOn)
        implements CaseFact {

    public CaseOpened {
        requireNonNull(caseId);
        requireNonNull(transactionId);
        requireNonNull(command);
        requireNonNull(cause);
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(request);
        requireNonNull(applicant);
        requireNonNull(role);
        requireNonNull(openedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return openedOn;
    }
}
