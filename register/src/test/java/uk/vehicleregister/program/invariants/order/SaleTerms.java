package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.program.running.WholeRegister;

/// What every sale says of itself: its date, the consents, and whether warnings are known (domain.md 1.1-1.3).
record SaleTerms(LocalDate date, boolean consent, boolean acknowledging) {

    private static final LocalDate TODAY = WholeRegister.TODAY;

    static Arbitrary<SaleTerms> any() {
        Arbitrary<LocalDate> dates = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(TODAY, TODAY.minusDays(1), TODAY.minusDays(40))),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                TODAY.plusDays(1),
                                TODAY.minusMonths(12),
                                TODAY.minusMonths(12).minusDays(1),
                                TODAY.minusYears(2),
                                TODAY.minusYears(2).minusDays(1),
                                TODAY.minusYears(5),
                                TODAY.minusYears(5).minusDays(1))));
        return Combinators.combine(dates, mostly(true), mostly(true)).as(SaleTerms::new);
    }

    static Arbitrary<Boolean> mostly(boolean usual) {
        return Arbitraries.frequency(Tuple.of(9, usual), Tuple.of(1, !usual));
    }

    Request on(Request request) {
        Request sale = request.with("dateOfSale", date.toString()).with("keeperConsent", consent);
        return acknowledging
                ? sale.with("acknowledgedWarnings", List.of("SALE_OVER_12_MONTHS_AGO", "SALE_BEFORE_LAST_CHANGE"))
                : sale;
    }

    /// Read from the request as it was sent, not from what was drawn.
    static Expected expected(Request request, @Nullable LocalDate lastChange, int years) {
        LocalDate date = LocalDate.parse(request.text("dateOfSale"));
        Map<String, Object> body = request.body();
        boolean doubtful = date.isBefore(TODAY.minusYears(1)) || lastChange != null && date.isBefore(lastChange);
        return Expected.DONE
                .unless(date.isAfter(TODAY), RefusalCode.DATE_IN_FUTURE)
                .unless(date.isBefore(TODAY.minusYears(years)), RefusalCode.DATE_TOO_OLD)
                .unless(!request.says("keeperConsent"), RefusalCode.CONSENT_MISSING)
                .unless(doubtful && !body.containsKey("acknowledgedWarnings"), RefusalCode.CONFIRMATION_NEEDED);
    }

    static LocalDate dateOf(Request request) {
        return LocalDate.parse(request.text("dateOfSale"));
    }
}
