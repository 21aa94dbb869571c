package uk.vehicleregister.query.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// What was printed for a transaction or a vehicle, oldest first (contract.md). Numbers are unsealed for the answer
/// only.
@RestController
class DocumentsEndpoint {

    private final Documents documents;
    private final Vault vault;
    private final Disclosures disclosures;

    DocumentsEndpoint(Documents documents, Vault vault, Disclosures disclosures) {
        this.documents = documents;
        this.disclosures = disclosures;
        this.vault = vault;
    }

    /// The question, for the published description: exactly one of the two.
    @Schema(name = "DocumentsQuestion")
    record Question(@Nullable UUID transactionId, @Nullable String vehicleId) {}

    @PostMapping("/v1/documents/search")
    @MayCall(Role.REGISTRAR)
    @Discloses(DisclosureKind.DOCUMENTS)
    @AnswersFrom(DocumentsProjection.NAME)
    @Operation(
            operationId = "documents",
            summary = "The documents printed for a transaction or a vehicle, oldest first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    List<PrintedDocument> search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "transactionId", "vehicleId");
        fields.oneOf("transactionId", "vehicleId");
        Optional<UUID> transaction = fields.optional("transactionId", Rules::uuid);
        Optional<VehicleId> vehicle = fields.optional("vehicleId", Rules::vehicleId);
        fields.end();

        List<DocumentRow> rows = transaction.isPresent()
                ? documents.findByTransactionIdOrderByPosition(transaction.get())
                : documents.findByVehicleIdOrderByPosition(vehicle.orElseThrow().text());
        disclosures.record(Asked.nothingElse().with("transactionId", transaction), subjects(vehicle, rows));
        Map<String, Opened> numbers = vault.openAll(rows.stream()
                .map(row -> row.sealedReference)
                .filter(Objects::nonNull)
                .toList());
        return rows.stream()
                .map(row ->
                        PrintedDocument.of(row, row.sealedReference == null ? null : numbers.get(row.sealedReference)))
                .toList();
    }

    private static List<Subject> subjects(Optional<VehicleId> asked, List<DocumentRow> rows) {
        if (asked.isPresent()) return List.of(Subject.of(asked.get()));
        return rows.stream()
                .map(row -> row.vehicleId == null
                        ? Subject.of(new RegistrationMark(row.registrationMark))
                        : Subject.of(new VehicleId(row.vehicleId)))
                .distinct()
                .toList();
    }
}
