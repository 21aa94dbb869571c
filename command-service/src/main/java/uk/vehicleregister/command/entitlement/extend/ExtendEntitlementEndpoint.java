package uk.vehicleregister.command.entitlement.extend;

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
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

@RestController
final class ExtendEntitlementEndpoint implements Form<ExtendEntitlement>, Entrance {

    private final CommandDesk desk;
    private final PaperReader papers;

    ExtendEntitlementEndpoint(CommandDesk desk, PaperReader papers) {
        this.desk = desk;
        this.papers = papers;
    }

    /// Extension: ten years more from the expiry, asked for on the last day at the latest; free.
    @PostMapping("/v1/entitlement-extensions")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "entitlement-extensions";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<ExtendEntitlement> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var certificate = in.required("certificateNumber", CertificateNumber::parse);
        return in.done(() -> new ExtendEntitlement(mark.get(), certificate.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        EntitlementExtended extended = transaction.the(EntitlementExtended.class);
        return papers.answer(
                Map.of("expiresOn", extended.expiresOn().toString()), "certificateNumber", extended.certificate());
    }
}
