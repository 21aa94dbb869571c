package uk.vehicleregister.command.tax.pay;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
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
final class PayTaxEndpoint implements Form<PayTax> {

    private final CommandDesk desk;

    PayTaxEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// Vehicle tax that was paid, fed from where it is paid: both days are covered.
    @PostMapping("/v1/tax-payments")
    @MayCall(Role.OPERATOR)
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(desk.submit(request.read(this), request.submission()), _ -> Map.of());
    }

    @Override
    public Field<PayTax> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var from = in.required("from", VehicleFields::date);
        var until = in.required("until", VehicleFields::date);
        if (isNoPeriod(from.orNull(), until.orNull())) {
            in.fault("until", "OUT_OF_RANGE", "must be from `from` to the end of the month twelve months later");
        }
        return in.done(() -> new PayTax(mark.get(), from.get(), until.get()));
    }

    private static boolean isNoPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from != null
                && until != null
                && (until.isBefore(from) || until.isAfter(PayTaxDecider.latestUntil(from)));
    }
}
