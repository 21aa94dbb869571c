package uk.vehicleregister.command.mot.record;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.mot.record.RecordMotResult.Result;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

@RestController
final class RecordMotResultEndpoint implements Form<RecordMotResult> {

    private final CommandDesk desk;

    RecordMotResultEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// The result of an MOT test, fed from the testing stations; a pass tells the last day it is valid on.
    @PostMapping("/v1/mot-results")
    @MayCall(Role.OPERATOR)
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(desk.submit(request.read(this), request.submission()), _ -> Map.of());
    }

    @Override
    public Field<RecordMotResult> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var testedOn = in.required("testedOn", VehicleFields::date);
        var result = in.requiredOneOf(Result.class, "result");
        var expiresOn = in.optional("expiresOn", VehicleFields::date);
        if (result.isPresent()) check(in, result.get(), testedOn, expiresOn);
        return in.done(() -> new RecordMotResult(mark.get(), testedOn.get(), expiresOn.orNull()));
    }

    /// The day of expiry is told exactly with a pass.
    private static void check(Fields in, Result result, Field<LocalDate> testedOn, Field<LocalDate> expiresOn) {
        if (result == Result.PASS && !in.has("expiresOn")) {
            in.fault("expiresOn", "REQUIRED", "is required with a pass");
        }
        if (result == Result.FAIL && in.has("expiresOn")) {
            in.fault("expiresOn", "NOT_EXPECTED", "is only for a pass");
        }
        if (result == Result.PASS
                && testedOn.isPresent()
                && expiresOn.isPresent()
                && !RecordMotResultDecider.canExpire(testedOn.get(), expiresOn.get())) {
            in.fault("expiresOn", "OUT_OF_RANGE", "must be after the test and within thirteen months of it");
        }
    }
}
