package uk.vehicleregister.query.markhistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.RowSessions;

/// The places of a mark against a naive fold: at the end of a date, as known at a time, the latest event that counts by
/// then and was recorded by then has the word.
class MarkModelTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final Sealed SEALED = new Sealed("A".repeat(22) + ".x");
    private static final int DAYS = 12;
    private static long positions = 8_000_000_000L;

    /// @param day from the first
    /// @param gap seconds since the one before was recorded
    /// @param turn which way it goes on
    record Step(int day, int gap, int turn) {}

    record Life(RegistrationMark mark, List<AuditTrail.Entry> stream) {}

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(9).map(MarkModelTest::life);
    }

    @Property(tries = 100)
    void a_mark_worked_out_anew_is_where_the_naive_fold_says(@ForAll("lives") Life life) {
        for (AsOf asOf : questions(life)) {
            MarkHistories.Answer answer =
                    (MarkHistories.Answer) MarkAnew.markHistory(life.mark(), life.stream(), asOf, _ -> Set.of())
                            .orElse(null);
            List<String> on = answer == null
                    ? List.of()
                    : answer.periods().stream()
                            .filter(stay -> stay.to() == null || stay.to().isAfter(asOf.effectiveAt()))
                            .map(stay -> stay.place() + " " + stay.from())
                            .toList();
            assertThat(on).as("%s", asOf).isEqualTo(naive(life, asOf));
        }
    }

    @Property(tries = 25)
    void the_rows_say_the_same(@ForAll("lives") Life life) {
        RunningService service = RunningService.shared();
        TransactionTemplate transaction = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
        for (AuditTrail.Entry entry : life.stream())
            transaction.executeWithoutResult(_ -> service.bean(RowSessions.class)
                    .use(rows -> service.bean(MarkHistoryProjection.class)
                            .project(List.of(Noted.of(entry.event(), entry.fact())), rows)));
        for (AsOf asOf : questions(life)) {
            List<MarkPlaceRow> stays =
                    service.bean(MarkPlaces.class).until(life.mark().text(), asOf.effectiveAt(), asOf.recordedAt());
            assertThat(MarkHistories.answer(life.mark(), stays, life.stream(), asOf, _ -> Set.of()))
                    .as("%s", asOf)
                    .isEqualTo(MarkAnew.markHistory(life.mark(), life.stream(), asOf, _ -> Set.of()));
        }
    }

    private static List<String> naive(Life life, AsOf asOf) {
        String last = null;
        for (AuditTrail.Entry entry : life.stream())
            if (asOf.covers(entry.fact().effectiveOn(), entry.event().recordedAt()))
                last = switch ((MarkFact) entry.fact()) {
                            case MarkIssued _, MarkRestored _, EntitlementUsed _ -> "VEHICLE ";
                            case MarkReplaced _, EntitlementLapsed _ -> "VOID ";
                            default -> "CERTIFICATE ";
                        }
                        + entry.fact().effectiveOn();
        return last == null ? List.of() : List.of(last);
    }

    private static List<AsOf> questions(Life life) {
        List<AsOf> questions = new ArrayList<>();
        for (int day = -1; day <= DAYS + 1; day++)
            for (int second = 0; second <= 2 * life.stream().size(); second++)
                questions.add(AsOf.of(FIRST.plusDays(day), START.plusSeconds(second)));
        return questions;
    }

    /// From vehicle to certificate or void and back, each time a vehicle of its own, told on dates in any order.
    private static Life life(List<Step> steps) {
        RegistrationMark mark = TestVehicle.nextMark();
        VehicleId on = new VehicleId("v-" + UUID.randomUUID().toString().substring(0, 19));
        List<AuditTrail.Entry> stream = new ArrayList<>();
        Instant recorded = START;
        MarkFact before = null;
        long first = positions += 100;
        for (Step step : steps) {
            recorded = recorded.plusSeconds(before == null ? 0 : step.gap());
            LocalDate date = FIRST.plusDays(step.day());
            if (!(before instanceof MarkIssued) && !isOnVehicle(before))
                on = new VehicleId("v-" + UUID.randomUUID().toString().substring(0, 19));
            MarkFact fact = next(before, mark, on, step.turn(), date);
            stream.add(entry(fact, first + stream.size(), stream.size(), recorded));
            before = fact;
        }
        return new Life(mark, List.copyOf(stream));
    }

    private static boolean isOnVehicle(MarkFact fact) {
        return fact instanceof MarkIssued || fact instanceof MarkRestored || fact instanceof EntitlementUsed;
    }

    private static MarkFact next(MarkFact before, RegistrationMark mark, VehicleId on, int turn, LocalDate date) {
        Credential paper = new Credential("digest", SEALED);
        if (before == null) return new MarkIssued(mark, on, date);
        if (isOnVehicle(before))
            return turn == 0
                    ? new MarkReplaced(mark, on, date)
                    : new EntitlementGranted(mark, on, paper, new SealedParty(SEALED), date, date.plusYears(10));
        if (before instanceof MarkReplaced || before instanceof EntitlementLapsed)
            return new MarkRestored(mark, on, date);
        return switch (turn) {
            case 0 -> new EntitlementExtended(mark, paper, date, date.plusYears(10));
            case 1 -> new EntitlementLapsed(mark, date);
            default -> new EntitlementUsed(mark, on, false, date);
        };
    }

    private static AuditTrail.Entry entry(MarkFact fact, long position, long version, Instant recorded) {
        return new AuditTrail.Entry(
                new RecordedEvent(
                        position,
                        UUID.randomUUID(),
                        fact.stream(),
                        version,
                        EventCatalogue.nameOf(fact.getClass()),
                        EventCatalogue.revisionOf(fact.getClass()),
                        recorded,
                        EventJson.write(fact),
                        "{\"transactionId\":\"6f0c2d9b-7e22-4e63-8a51-7f8a1f643f5c\",\"role\":\"citizen\",\"actor\":\"a\"}",
                        true),
                fact);
    }
}
