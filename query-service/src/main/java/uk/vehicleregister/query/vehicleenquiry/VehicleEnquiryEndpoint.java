package uk.vehicleregister.query.vehicleenquiry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.FieldFault;
import uk.vehicleregister.query.web.InvalidRequestException;

/// The public vehicle enquiry (domain.md 3.2): one mark a call, in the body, because a mark must not be in a URL. Who
/// may call is decided by [ApiKeyGate]; most questions are answered by [QuickEnquiry] from what was answered here
/// before.
@RestController
class VehicleEnquiryEndpoint {

    private static final String FIELD = "registrationNumber";
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]{1,8}");

    private final Vehicles vehicles;
    private final BusinessCalendar calendar;
    private final ReadyAnswers ready;

    VehicleEnquiryEndpoint(Vehicles vehicles, BusinessCalendar calendar, ReadyAnswers ready) {
        this.vehicles = vehicles;
        this.calendar = calendar;
        this.ready = ready;
    }

    /// The question, for the published description.
    @Schema(name = "VehicleEnquiryQuestion")
    record Question(String registrationNumber) {}

    @PostMapping(QuickEnquiry.PATH)
    @MayCall(anybody = true)
    @AnswersFrom(VehicleEnquiryProjection.NAME)
    @Operation(
            operationId = "vehicleEnquiry",
            summary = "A vehicle by its registration mark (VES)",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VehicleAnswer.class)))
    @ApiResponse(
            responseCode = "404",
            content = @Content(schema = @Schema(implementation = VehicleEnquiryForm.Errors.class)))
    ResponseEntity<?> enquire(@RequestBody JsonNode body) {
        String mark = mark(body)
                .orElseThrow(() -> new InvalidRequestException(
                        List.of(new FieldFault(FIELD, "MALFORMED", VehicleEnquiryForm.INVALID_MARK))));
        ReadyAnswers.Visit visit = ready.visit(mark);
        Optional<VehicleRow> row = vehicles.findByRegistrationMark(mark);
        if (row.isEmpty()) return ResponseEntity.status(HttpStatus.NOT_FOUND).body(VehicleEnquiryForm.notFound());
        ready.keep(visit, row.get());
        return ResponseEntity.ok(VehicleAnswer.of(row.get(), calendar.today()));
    }

    /// Fields the contract does not know are left alone, as its clients may send them.
    private static Optional<String> mark(JsonNode body) {
        JsonNode text = body.get(FIELD);
        if (text == null
                || !text.isString()
                || !ALPHANUMERIC.matcher(text.stringValue()).matches()) return Optional.empty();
        return switch (RegistrationMark.parse(text.stringValue())) {
            case Parsed.Valid<RegistrationMark> valid ->
                Optional.of(valid.value().text());
            case Parsed.Faulty<RegistrationMark> _ -> Optional.empty();
        };
    }
}
