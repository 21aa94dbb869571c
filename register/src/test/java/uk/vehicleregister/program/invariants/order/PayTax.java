package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// Tax that was paid elsewhere, as it is fed; now and then for a period that is none.
record PayTax(int vehicle, LocalDate from, LocalDate until) implements Order {

    static Arbitrary<PayTax> any() {
        LocalDate today = WholeRegister.TODAY;
        Arbitrary<LocalDate> dates =
                Arbitraries.of(today, today.minusDays(40), today.minusYears(2), today.plusDays(20));
        Arbitrary<Integer> months =
                Arbitraries.frequency(Tuple.of(4, 12), Tuple.of(3, 6), Tuple.of(1, 0), Tuple.of(1, 14));
        return Combinators.combine(Orders.vehicle(), dates, months)
                .as((vehicle, from, paid) ->
                        new PayTax(vehicle, from, from.plusMonths(paid).minusDays(1)));
    }

    @Override
    public Request request(Papers papers) {
        return Request.of(
                "tax-payments",
                Role.OPERATOR,
                TaxPaid.class,
                "registrationMark",
                papers.latest(vehicle).mark(),
                "from",
                from.toString(),
                "until",
                until.toString());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        ModelVehicle vehicle = model.the(request);
        boolean isPeriod = !until.isBefore(from) && until.isBefore(from.plusMonths(13));
        return Expected.DONE
                .unless(!isPeriod, RefusalCode.INVALID_REQUEST)
                .unless(vehicle.has(Marker.EXPORTED), RefusalCode.EXPORTED)
                .unless(vehicle.has(Marker.SCRAPPED), RefusalCode.SCRAPPED);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        model.the(request).tax.pay(from, until);
    }
}
