package uk.vehicleregister.command.entitlement.surrender;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.paper.PaperReader;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

@RestController
final class SurrenderEntitlementEndpoint implements Form<SurrenderEntitlement>, Entrance {

    private final CommandDesk desk;
    private final PaperReader papers;

    SurrenderEntitlementEndpoint(CommandDesk desk, PaperReader papers) {
        this.desk = desk;
        this.papers = papers;
    }

    /// Surrender: gives the right to a mark up, and GBP 80 back.
    @PostMapping("/v1/entitlement-surrenders")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "entitlement-surrenders";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<SurrenderEntitlement> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var certificate = in.required("certificateNumber", CertificateNumber::parse);
        return in.done(() -> new SurrenderEntitlement(mark.get(), certificate.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        EntitlementSurrendered surrendered = transaction.the(EntitlementSurrendered.class);
        return papers.answer(
                Map.of("expiresOn", surrendered.expiresOn().toString(), "refundPence", surrendered.refundPence()),
                "certificateNumber",
                surrendered.certificate());
    }
}
