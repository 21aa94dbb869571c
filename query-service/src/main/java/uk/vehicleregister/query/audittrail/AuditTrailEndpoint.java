package uk.vehicleregister.query.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.projection.Snapshots;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Page;
import uk.vehicleregister.query.web.Rules;

/// The audit trail, page by page, in the order of the log.
@RestController
class AuditTrailEndpoint {

    private static final long USUAL = 100;

    private final AuditTrailSearch search;
    private final Snapshots snapshots;
    private final AuditTrailProjection projection;
    private final Disclosures disclosures;

    AuditTrailEndpoint(
            AuditTrailSearch search, Snapshots snapshots, AuditTrailProjection projection, Disclosures disclosures) {
        this.search = search;
        this.snapshots = snapshots;
        this.projection = projection;
        this.disclosures = disclosures;
    }

    /// The question, for the published description; `after` is the position of the last entry seen, `until` is not
    /// included.
    @Schema(name = "AuditTrailQuestion")
    record Question(
            @Nullable String vehicleId,
            @Nullable String registrationMark,
            @Nullable String actor,
            @Nullable String intermediary,
            @Nullable UUID transactionId,
            @Nullable String refusalCode,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long after,
            @Nullable Integer limit) {}

    /// @param next what to ask on with as `after`; absent at the end
    @Schema(name = "AuditTrailAnswer")
    record Answer(
            List<TrailEntry> entries,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long next) {}

    @PostMapping("/v1/audit-trail/search")
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.AUDIT_SEARCH)
    @AnswersFrom(AuditTrailProjection.NAME)
    @Operation(
            operationId = "auditTrail",
            summary = "Who did what and when, by vehicle, mark, actor, intermediary, transaction, refusal or period",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    Answer search(@RequestBody JsonNode body) {
        Wanted wanted = wanted(body);
        AuditTrailSearch.Found found = search.find(wanted, snapshots.read(projection, position -> position));
        disclosures.record(wanted.asked(), wanted.about(found.entries()));
        return new Answer(
                found.entries(), found.more() ? found.entries().getLast().position() : null);
    }

    private static Wanted wanted(JsonNode body) {
        Fields fields = Fields.of(
                body,
                "vehicleId",
                "registrationMark",
                "actor",
                "intermediary",
                "transactionId",
                "refusalCode",
                "from",
                "until",
                "after",
                "limit");
        Optional<VehicleId> vehicle = fields.optional("vehicleId", Rules::vehicleId);
        Optional<RegistrationMark> mark = fields.optional("registrationMark", RegistrationMark::parse);
        Optional<String> actor = fields.optional("actor", Rules::pseudonym);
        Optional<String> intermediary = fields.optional("intermediary", Rules::pseudonym);
        Optional<UUID> transaction = fields.optional("transactionId", Rules::uuid);
        Optional<RefusalCode> code = fields.optionalOneOf("refusalCode", RefusalCode.class);
        Optional<Instant> from = fields.optional("from", Rules::time);
        Optional<Instant> until = fields.optional("until", Rules::time);
        long after = fields.optionalWhole("after", -1, Long.MAX_VALUE - 1).orElse(-1L);
        long limit = fields.optionalWhole("limit", 1, Page.MOST).orElse(USUAL);
        fields.end();
        return new Wanted(
                vehicle.orElse(null),
                mark.orElse(null),
                actor.orElse(null),
                intermediary.orElse(null),
                transaction.orElse(null),
                code.map(Enum::name).orElse(null),
                from.orElse(null),
                until.orElse(null),
                after,
                (int) limit);
    }
}
