package uk.vehicleregister.query.logexport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.web.FieldFault;
import uk.vehicleregister.query.web.InvalidRequestException;

/// The events from one position to another, both included, a line each, as they are stored: personal data stays
/// sealed. An answer may end early, when the database goes away meanwhile: whoever misses lines asks again from there,
/// and an empty answer is the end of the log.
@RestController
class LogEventsEndpoint {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final EventLogReader log;
    private final Disclosures disclosures;

    LogEventsEndpoint(EventLogReader log, Disclosures disclosures) {
        this.log = log;
        this.disclosures = disclosures;
    }

    @GetMapping(value = "/v1/log/events", produces = LinesAnswer.TYPE)
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.LOG_EVENTS)
    @Operation(operationId = "logEvents", summary = "Events as they are stored, one line of JSON each, in their order")
    @ApiResponse(
            responseCode = "200",
            description = "As far as the log goes",
            content = @Content(mediaType = LinesAnswer.TYPE, schema = @Schema(type = "string")))
    void events(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String upTo,
            HttpServletResponse response)
            throws IOException {
        long first = from == null ? 0 : position("from", from);
        // as far as the log goes now: the look itself is recorded beyond it
        long last = Math.min(upTo == null ? Long.MAX_VALUE : position("upTo", upTo), log.lastPosition());
        Asked asked = Asked.nothingElse().with("from", first).with("upTo", last);
        new LinesAnswer(log).range(first, last, () -> disclosures.record(asked, List.of()), response);
    }

    private static long position(String name, String text) {
        if (POSITION.matcher(text).matches()) return Long.parseLong(text);
        throw new InvalidRequestException(
                List.of(new FieldFault(name, "MALFORMED", "must be a position: a whole number")));
    }
}
