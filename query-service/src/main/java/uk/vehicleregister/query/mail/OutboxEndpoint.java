package uk.vehicleregister.query.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
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
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// Which mails are owed and what became of them, page by page.
@RestController
class OutboxEndpoint {

    private static final int LIMIT = 100;
    private static final int MOST = 1000;

    private final Outbox outbox;

    OutboxEndpoint(Outbox outbox) {
        this.outbox = outbox;
    }

    /// The question, for the published description.
    @Schema(name = "OutboxQuestion")
    record Question(
            @Nullable UUID transactionId,
            @Nullable MailState state,
            @Nullable Long after,
            @Nullable Integer limit) {}

    /// @param next what to give as `after` for the next page; absent on the last one
    @Schema(name = "OutboxPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<MailOnRecord> mails, @Nullable Long next) {}

    @PostMapping("/v1/outbox/search")
    @MayCall({Role.REGISTRAR, Role.OPERATOR})
    @AnswersFrom(MailProjection.NAME)
    @Operation(
            operationId = "outbox",
            summary = "The mails owed and what became of them, in the order they came in",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    Page search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "transactionId", "state", "after", "limit");
        Optional<UUID> transaction = fields.optional("transactionId", Rules::uuid);
        Optional<MailState> state = fields.optional("state", OutboxEndpoint::state);
        long after = fields.optionalWhole("after", 0, Long.MAX_VALUE).orElse(0L);
        int limit = fields.optionalWhole("limit", 1, MOST).orElse((long) LIMIT).intValue();
        fields.end();

        List<MailOnRecord> found = outbox.page(transaction.orElse(null), state.orElse(null), after, limit + 1);
        if (found.size() <= limit) return new Page(found, null);
        List<MailOnRecord> page = found.subList(0, limit);
        return new Page(page, page.getLast().id());
    }

    private static Parsed<MailState> state(String text) {
        return Arrays.stream(MailState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .<Parsed<MailState>>map(Parsed::valid)
                .orElseGet(() -> Parsed.malformed("must be one of " + Arrays.toString(MailState.values())));
    }
}
