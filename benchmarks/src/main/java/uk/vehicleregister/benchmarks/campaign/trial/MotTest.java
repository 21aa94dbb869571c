package uk.vehicleregister.benchmarks.campaign.trial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The command that campaigns send: the result of an MOT test. Its dates are made from its number, so that the event in
/// the log tells which command it is from, whatever its sender was told.
public record MotTest(long number, String mark) {

    /// The year of the first MOT tests: there are nine million commands to be had until now.
    private static final LocalDate FIRST = LocalDate.of(1960, 1, 1);

    private static final int DAYS = 24_000;

    /// A pass is good for thirteen months at most (docs/adr/0014).
    private static final int LONGEST = 390;

    public MotTest {
        if (number < 0 || number >= (long) DAYS * LONGEST)
            throw new IllegalArgumentException("No dates are left for command " + number);
    }

    LocalDate testedOn() {
        return FIRST.plusDays(number % DAYS);
    }

    LocalDate expiresOn() {
        return testedOn().plusDays(1 + number / DAYS);
    }

    static long numberOf(LocalDate testedOn, LocalDate expiresOn) {
        long turn = ChronoUnit.DAYS.between(testedOn, expiresOn) - 1;
        return turn * DAYS + ChronoUnit.DAYS.between(FIRST, testedOn);
    }

    /// The same at every try, so that a second try takes effect once.
    String idempotencyKey() {
        return "mot-test-" + number;
    }

    Map<String, String> body() {
        return Map.of(
                "registrationMark",
                mark,
                "testedOn",
                testedOn().toString(),
                "result",
                "PASS",
                "expiresOn",
                expiresOn().toString());
    }

    @Override
    public String toString() {
        return "MotTest[" + number + "]";
    }
}
