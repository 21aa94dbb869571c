package uk.vehicleregister.command.entitlement.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.certificate;
import static uk.vehicleregister.command.Bodies.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Marks;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

/// What becomes of rights that nobody uses, over the years.
class LapseHttpTest {

    private static final LocalDate STILL_PAYABLE = LocalDate.of(2042, 7, 1);
    private static final LocalDate LOST = LocalDate.of(2042, 7, 2);

    private static RunningService today;

    @BeforeAll
    static void open() {
        today = RunningService.start(Map.of());
    }

    @AfterAll
    static void close() {
        today.close();
    }

    @Test
    void a_right_lapses_once_the_day_after_the_six_years_and_what_was_used_given_up_or_extended_does_not() {
        String forgotten = Marks.neverIssued();
        String number = buy(forgotten);
        String extended = Marks.neverIssued();
        today.post("/v1/entitlement-extensions", Role.CITIZEN, certificate(extended, buy(extended)));
        String surrendered = Marks.neverIssued();
        today.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate(surrendered, buy(surrendered)));
        String used = Marks.neverIssued();
        Vehicle vehicle = new Register(today).registered();
        today.post("/v1/assignments", Role.CITIZEN, assignment(vehicle.mark(), vehicle.reference(), buy(used), used));

        try (RunningService inTime = later(STILL_PAYABLE);
                RunningService late = later(LOST)) {
            assertThat(lapse(inTime, STILL_PAYABLE)).isZero();
            assertThat(last(forgotten).type()).isEqualTo("EntitlementBought");
            assertThat(lapse(late, LOST)).isEqualTo(1);
            assertThat(lapse(late, LOST)).as("nothing twice").isZero();
            assertThat(late.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate(forgotten, number))
                            .code())
                    .isEqualTo("CERTIFICATE_EXPIRED");
            assertThat(late.post("/v1/entitlements", Role.CITIZEN, purchase(forgotten, "tok_authorised"))
                            .code())
                    .isEqualTo("MARK_NOT_AVAILABLE");
        }
        assertThat(last(forgotten).type()).isEqualTo("EntitlementLapsed");
        assertThat(last(forgotten).payload()).contains("\"lapsedOn\":\"2042-07-02\"");
        assertThat(last(forgotten).metadata()).contains("\"actor\":\"register\"");
        assertThat(last(extended).type()).isEqualTo("EntitlementExtended");
        assertThat(last(surrendered).type()).isEqualTo("EntitlementSurrendered");
        assertThat(last(used).type()).isEqualTo("EntitlementUsed");
    }

    @Test
    void two_instances_that_look_at_once_lapse_each_right_once() throws Exception {
        List<String> marks = Stream.generate(Marks::neverIssued).limit(20).toList();
        marks.forEach(LapseHttpTest::buy);
        int lapsed = 0;
        try (RunningService one = later(LOST);
                RunningService other = later(LOST);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> looks = List.of(() -> lapse(one, LOST), () -> lapse(other, LOST));
            for (var found : threads.invokeAll(looks)) lapsed += found.get();
        }
        assertThat(lapsed).isEqualTo(marks.size());
        assertThat(marks)
                .allSatisfy(mark -> assertThat(today.log().stream("mark-" + mark, 0))
                        .extracting(RecordedEvent::type)
                        .containsExactly("EntitlementBought", "EntitlementLapsed"));
    }

    @Test
    void the_daily_run_is_there_when_it_is_asked_for_and_only_then() {
        assertThat(today.context().getBeansOfType(DailyLapse.class)).isEmpty();
        String mark = Marks.neverIssued();
        buy(mark);
        try (RunningService daily =
                today.another(Map.of("register.today", LOST.toString(), "register.lapse", "daily"))) {
            daily.bean(DailyLapse.class).run();
        }
        assertThat(last(mark).type()).isEqualTo("EntitlementLapsed");
    }

    private static RunningService later(LocalDate day) {
        return today.another(Map.of("register.today", day.toString()));
    }

    private static int lapse(RunningService service, LocalDate day) {
        return service.bean(WhenRightIsLostThenLapseEntitlement.class).lapse(day);
    }

    private static String buy(String mark) {
        return today.post("/v1/entitlements", Role.CITIZEN, purchase(mark, "tok_authorised"))
                .text("certificateNumber");
    }

    private static RecordedEvent last(String mark) {
        return today.log().stream("mark-" + mark, 0).getLast();
    }
}
