package uk.vehicleregister.query.applications;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.query.seal.NotSealed;
import uk.vehicleregister.query.seal.Published;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Faults;

/// The proof that a transaction is in the log, to file away (C2SP tlog-proof): for the last event of the append
/// that made the application what it is. For whom [TransactionEndpoint] answers.
@RestController
class FiledProofEndpoint {

    private final VisibleApplications applications;
    private final EventLogReader log;
    private final SealedLog sealed;
    private final Faults faults;

    FiledProofEndpoint(VisibleApplications applications, EventLogReader log, SealedLog sealed, Faults faults) {
        this.applications = applications;
        this.log = log;
        this.sealed = sealed;
        this.faults = faults;
    }

    @GetMapping(value = "/v1/transactions/{transactionId}/receipt", produces = "text/plain;charset=utf-8")
    @MayCall({Role.CITIZEN, Role.DEALER, Role.REGISTRAR, Role.AUDITOR, Role.OPERATOR, Role.TREATMENT_FACILITY})
    @AnswersFrom(ApplicationsProjection.NAME)
    @Operation(operationId = "filedProof", summary = "The proof that a transaction is in the log (C2SP tlog-proof)")
    @Nullable
    ResponseEntity<byte[]> filedProof(
            @PathVariable String transactionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ApplicationRow> found = applications.find(transactionId);
        if (found.isEmpty()) {
            faults.tell(VisibleApplications.NOT_KNOWN, request, response);
            return null;
        }
        RecordedEvent last = lastOfAppend(found.get().position);
        Optional<Published> latest = sealed.latest().filter(published -> published.size() > last.position());
        if (latest.isEmpty()) {
            faults.tell(NotSealed.yet(), request, response);
            return null;
        }
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"" + found.get().transactionId + ".tlog-proof\"")
                .body(sealed.filedProof(last, latest.get()).bytes());
    }

    private RecordedEvent lastOfAppend(long position) {
        return log.after(position - 1, 1).stream()
                .filter(RecordedEvent::endsTransaction)
                .findFirst()
                .orElseThrow();
    }
}
