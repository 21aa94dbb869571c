package uk.vehicleregister.query.applications;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Rules;

/// The applications that the caller may see: their own, and for registrars all.
@Component
class VisibleApplications {

    static final Fault NOT_KNOWN = Fault.of(RefusalCode.NOT_FOUND)
            .saying("No application of yours has this transaction id. Check it, and sign in as who applied.");

    private final Applications applications;
    private final Callers callers;

    VisibleApplications(Applications applications, Callers callers) {
        this.applications = applications;
        this.callers = callers;
    }

    Optional<ApplicationRow> find(String transactionId) {
        return Rules.uuid(transactionId) instanceof Parsed.Valid<UUID> id
                ? applications.findByTransactionId(id.value()).filter(this::mayBeSeen)
                : Optional.empty();
    }

    private boolean mayBeSeen(ApplicationRow row) {
        return callers.holds(Role.REGISTRAR) || row.applicant.equals(callers.pseudonym());
    }
}
