package uk.vehicleregister.query.mail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// Lets an operator have a failed mail tried again, once what stood in its way is mended.
@RestController
class MailRetryEndpoint {

    private static final String UNKNOWN = "No mail is owed to that recipient about that transaction.";
    private static final String NOT_FAILED = "Only a mail that has failed is tried again by hand.";

    private final Outbox outbox;
    private final Faults faults;

    MailRetryEndpoint(Outbox outbox, Faults faults) {
        this.outbox = outbox;
        this.faults = faults;
    }

    /// The request, for the published description.
    @Schema(name = "MailRetryQuestion")
    record Question(UUID transactionId, Recipient recipient) {}

    @PostMapping("/v1/outbox/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayCall(Role.OPERATOR)
    @AnswersFrom(MailProjection.NAME)
    @Operation(
            operationId = "mailRetry",
            summary = "Have a failed mail tried again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @Nullable
    MailOnRecord again(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Fields fields = Fields.of(body, "transactionId", "recipient");
        var transaction = fields.required("transactionId", Rules::uuid);
        var recipient = fields.required("recipient", MailRetryEndpoint::recipient);
        fields.end();

        boolean waits = outbox.again(transaction.orElseThrow(), recipient.orElseThrow(), Instant.now());
        List<MailOnRecord> owed = outbox.page(transaction.orElseThrow(), null, 0, Recipient.values().length).stream()
                .filter(mail -> mail.recipient() == recipient.orElseThrow())
                .toList();
        if (owed.isEmpty()) faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(UNKNOWN), request, response);
        else if (!waits) faults.tell(Fault.of(RefusalCode.CONFLICT).saying(NOT_FAILED), request, response);
        return waits ? owed.getFirst() : null;
    }

    private static Parsed<Recipient> recipient(String text) {
        return Arrays.stream(Recipient.values())
                .filter(recipient -> recipient.name().equals(text))
                .findFirst()
                .<Parsed<Recipient>>map(Parsed::valid)
                .orElseGet(() -> Parsed.malformed("must be one of " + Arrays.toString(Recipient.values())));
    }
}
