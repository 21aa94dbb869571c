package uk.vehicleregister.query.logexport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.Named;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.FieldFault;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.InvalidRequestException;
import uk.vehicleregister.query.web.Rules;

/// The events of one vehicle, of one mark, or of a period of recording, as [LogEventsEndpoint] tells them. The question
/// is a body, since a mark may not stand in an address.
@RestController
class LogSelectionEndpoint {

    private static final long MOST = Long.MAX_VALUE - 1;

    private final EventLogReader log;
    private final Disclosures disclosures;

    LogSelectionEndpoint(EventLogReader log, Disclosures disclosures) {
        this.log = log;
        this.disclosures = disclosures;
    }

    /// The question, for the published description: a vehicle, a mark, or one end of a period or both.
    ///
    /// @param from the first position that is wanted, to go on from an answer that ended early
    @Schema(name = "LogSelection")
    record Question(
            @Nullable String vehicleId,
            @Nullable String registrationMark,
            @Nullable Instant recordedFrom,
            @Nullable Instant recordedBefore,
            @Nullable Long from) {}

    @PostMapping(value = "/v1/log/selections", produces = LinesAnswer.TYPE)
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.LOG_SELECTION)
    @Operation(
            operationId = "logSelection",
            summary = "The events of a vehicle, a mark or a period of recording as they are stored, one line each",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @ApiResponse(
            responseCode = "200",
            description = "As far as the log goes",
            content = @Content(mediaType = LinesAnswer.TYPE, schema = @Schema(type = "string")))
    void select(@RequestBody JsonNode body, HttpServletResponse response) throws IOException {
        Fields fields = Fields.of(body, "vehicleId", "registrationMark", "recordedFrom", "recordedBefore", "from");
        Optional<VehicleId> vehicle = fields.optional("vehicleId", Rules::vehicleId);
        Optional<RegistrationMark> mark = fields.optional("registrationMark", RegistrationMark::parse);
        Optional<Instant> recordedFrom = fields.optional("recordedFrom", Rules::time);
        Optional<Instant> recordedBefore = fields.optional("recordedBefore", Rules::time);
        long first = fields.optionalWhole("from", 0, MOST).orElse(0L);
        fields.end();
        boolean period = recordedFrom.isPresent() || recordedBefore.isPresent();
        demandOne(vehicle.isPresent(), mark.isPresent(), period);

        Asked asked = Asked.nothingElse()
                .with("recordedFrom", recordedFrom)
                .with("recordedBefore", recordedBefore)
                .with("from", first);
        LinesAnswer answer = new LinesAnswer(log);
        if (vehicle.isPresent()) {
            Subject about = Subject.of(vehicle.get());
            answer.stream(VehicleFact.streamOf(vehicle.get()), first, _ -> disclosures.record(asked, about), response);
        } else if (mark.isPresent()) {
            answer.stream(
                    MarkFact.streamOf(mark.get()),
                    first,
                    shown -> disclosures.record(asked, subjects(mark.get(), shown)),
                    response);
        } else {
            long begins = recordedFrom.map(log::lastPositionBefore).orElse(-1L) + 1;
            long ends = recordedBefore.map(log::lastPositionBefore).orElseGet(log::lastPosition);
            answer.range(Math.max(begins, first), ends, () -> disclosures.record(asked, List.<Subject>of()), response);
        }
    }

    /// The mark, once for each vehicle that its events name.
    private static List<Subject> subjects(RegistrationMark mark, List<RecordedEvent> shown) {
        List<Subject> vehicles = shown.stream()
                .flatMap(LogSelectionEndpoint::vehicles)
                .distinct()
                .map(vehicle -> new Subject(vehicle, mark))
                .toList();
        return vehicles.isEmpty() ? List.of(Subject.of(mark)) : vehicles;
    }

    private static Stream<VehicleId> vehicles(RecordedEvent event) {
        try {
            return Named.vehicles(AuditTrail.entry(event).fact()).stream();
        } catch (RuntimeException altered) {
            return Stream.empty(); // shown all the same, for whoever audits to judge
        }
    }

    private static void demandOne(boolean... given) {
        int kinds = 0;
        for (boolean one : given) if (one) kinds++;
        if (kinds == 1) return;
        throw new InvalidRequestException(List.of(
                kinds == 0
                        ? new FieldFault(
                                "vehicleId",
                                "REQUIRED",
                                "this, registrationMark, recordedFrom or recordedBefore must be given")
                        : new FieldFault(
                                "vehicleId", "TOO_MANY", "only one of a vehicle, a mark and a period may be given")));
    }
}
