package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.program.running.WholeRegister;

/// The result of a test, as it is fed, whatever stands on the vehicle's record. What it says shows in the enquiry.
///
/// @param months a pass is valid for; none: the vehicle failed
record TellOfMot(int vehicle, LocalDate testedOn, int months) implements Order {

    static Arbitrary<TellOfMot> any() {
        LocalDate today = WholeRegister.TODAY;
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(3, today), Tuple.of(3, today.minusDays(40)), Tuple.of(1, today.plusDays(1)));
        Arbitrary<Integer> months =
                Arbitraries.frequency(Tuple.of(3, 12), Tuple.of(2, 13), Tuple.of(1, 14), Tuple.of(3, 0));
        return Combinators.combine(Orders.vehicle(), dates, months).as(TellOfMot::new);
    }

    @Override
    public Request request(Papers papers) {
        Class<? extends LicensingFact> effect = months == 0 ? MotFailed.class : MotPassed.class;
        Request request = Request.of(
                "mot-results",
                Role.OPERATOR,
                effect,
                "registrationMark",
                papers.latest(vehicle).mark(),
                "testedOn",
                testedOn.toString(),
                "result",
                months == 0 ? "FAIL" : "PASS");
        return months == 0
                ? request
                : request.with("expiresOn", testedOn.plusMonths(months).toString());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return Expected.DONE
                .unless(months > 13, RefusalCode.INVALID_REQUEST)
                .unless(testedOn.isAfter(WholeRegister.TODAY), RefusalCode.DATE_IN_FUTURE);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        // no rule asks for it
    }
}
