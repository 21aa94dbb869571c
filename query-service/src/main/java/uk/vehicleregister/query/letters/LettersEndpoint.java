package uk.vehicleregister.query.letters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.AuditTrail.Entry;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.print.VehicleOnRecord;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// The letters sent for a transaction or about a vehicle, oldest first; `GET /v1/documents/{position}` prints them.
@RestController
class LettersEndpoint {

    private static final String ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT";

    private final Letters letters;
    private final AuditTrail trail;
    private final Disclosures disclosures;

    LettersEndpoint(Letters letters, AuditTrail trail, Disclosures disclosures) {
        this.letters = letters;
        this.disclosures = disclosures;
        this.trail = trail;
    }

    /// The question, for the published description: exactly one of the two.
    @Schema(name = "LettersQuestion")
    record Question(@Nullable UUID transactionId, @Nullable String vehicleId) {}

    @Schema(name = "Letter")
    record Letter(String type, long position, String registrationMark, LocalDate issuedOn, UUID transactionId) {}

    @PostMapping("/v1/letters/search")
    @MayCall(Role.REGISTRAR)
    @Discloses(DisclosureKind.LETTERS)
    @AnswersFrom(LettersProjection.NAME)
    @Operation(
            operationId = "letters",
            summary = "The letters sent for a transaction or about a vehicle, oldest first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    List<Letter> search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "transactionId", "vehicleId");
        fields.oneOf("transactionId", "vehicleId");
        Optional<UUID> transaction = fields.optional("transactionId", Rules::uuid);
        Optional<VehicleId> vehicle = fields.optional("vehicleId", Rules::vehicleId);
        fields.end();

        List<LetterRow> rows = transaction.isPresent()
                ? letters.findByTransactionIdOrderByPosition(transaction.get())
                : letters.findByVehicleIdOrderByPosition(vehicle.orElseThrow().text());
        List<Letter> found = rows.stream().flatMap(row -> letter(row).stream()).toList();
        disclosures.record(Asked.nothingElse().with("transactionId", transaction), subjects(vehicle, rows));
        return found;
    }

    private static List<Subject> subjects(Optional<VehicleId> asked, List<LetterRow> rows) {
        if (asked.isPresent()) return List.of(Subject.of(asked.get()));
        return rows.stream()
                .map(row -> Subject.of(new VehicleId(row.vehicleId)))
                .distinct()
                .toList();
    }

    /// None to a seller who was not on record: a vehicle in the trade has no keeper to write to.
    private Optional<Letter> letter(LetterRow row) {
        String stream = VehicleFact.streamOf(new VehicleId(row.vehicleId));
        return VehicleOnRecord.after(
                        trail.upTo(row.position - 1, stream).stream().map(Entry::fact))
                .filter(vehicle -> vehicle.keeper() != null)
                .map(vehicle -> new Letter(
                        ACKNOWLEDGEMENT, row.position, vehicle.mark().text(), row.issuedOn, row.transactionId));
    }
}
