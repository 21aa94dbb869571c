package uk.vehicleregister.query.wholooked;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.seal.NotSealed;
import uk.vehicleregister.query.seal.Published;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Fields;

/// The proof of one look for the keeper it was at, to file away (C2SP tlog-proof): its leaf is in it, so the file
/// alone shows what was recorded. A registrar has receipts, an auditor has `/v1/log/proofs`.
@RestController
class LookProofEndpoint {

    private static final Fault NOT_KNOWN = Fault.of(RefusalCode.NOT_FOUND)
            .saying("No look that you may see is recorded there. Take the position from an answer of"
                    + " /v1/disclosures/search.");

    private final Looks looks;
    private final KeeperDesk keepers;
    private final EventLogReader log;
    private final SealedLog sealed;
    private final Faults faults;

    LookProofEndpoint(Looks looks, KeeperDesk keepers, EventLogReader log, SealedLog sealed, Faults faults) {
        this.looks = looks;
        this.keepers = keepers;
        this.log = log;
        this.sealed = sealed;
        this.faults = faults;
    }

    /// The question, for the published description.
    @Schema(name = "LookProofQuestion")
    record Question(String registrationMark, String documentReference, Long position) {}

    @PostMapping(value = "/v1/disclosures/proofs", produces = "text/plain;charset=utf-8")
    @MayCall({Role.CITIZEN, Role.DEALER})
    @Discloses(DisclosureKind.DISCLOSURES)
    @AnswersFrom(DisclosuresProjection.NAME)
    @Operation(
            operationId = "lookProof",
            summary = "The proof that somebody's look at your record is in the log (C2SP tlog-proof)",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @Nullable
    ResponseEntity<byte[]> prove(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Fields fields = Fields.of(body, "registrationMark", "documentReference", "position");
        Optional<RegistrationMark> mark = fields.required("registrationMark", RegistrationMark::parse);
        Optional<DocumentReference> reference = fields.required("documentReference", DocumentReference::parse);
        Optional<Long> position = fields.requiredWhole("position", 0, Long.MAX_VALUE);
        fields.end();

        KeeperDesk.Told<KeeperDesk.Told<byte[]>> told = keepers.ask(
                mark.orElseThrow(),
                reference.orElseThrow(),
                Asked.nothingElse().with("position", position),
                visible -> proof(visible, position.orElseThrow()));
        KeeperDesk.Told<byte[]> proof = switch (told) {
            case KeeperDesk.Told.Answer<KeeperDesk.Told<byte[]>>(var answer) -> answer;
            case KeeperDesk.Told.Refused<KeeperDesk.Told<byte[]>>(var why) -> new KeeperDesk.Told.Refused<>(why);
        };
        return switch (proof) {
            case KeeperDesk.Told.Answer<byte[]>(byte[] file) ->
                ResponseEntity.ok()
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"look-" + position.orElseThrow() + ".tlog-proof\"")
                        .body(file);
            case KeeperDesk.Told.Refused<byte[]>(Fault why) -> {
                faults.tell(why, request, response);
                yield null;
            }
        };
    }

    private KeeperDesk.Told<byte[]> proof(Looks.Visible visible, long position) {
        if (looks.at(visible, position).isEmpty()) return new KeeperDesk.Told.Refused<>(NOT_KNOWN);
        RecordedEvent event = log.after(position - 1, 1).getFirst();
        Optional<Published> latest = sealed.latest().filter(published -> published.size() > position);
        if (latest.isEmpty()) return new KeeperDesk.Told.Refused<>(NotSealed.yet());
        return new KeeperDesk.Told.Answer<>(
                sealed.filedProof(event, latest.get()).bytes());
    }
}
