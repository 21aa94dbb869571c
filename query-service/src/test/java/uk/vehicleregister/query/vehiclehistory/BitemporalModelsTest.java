package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.RowSessions;
import uk.vehicleregister.query.vehiclehistory.MadeHistory.Told;

/// The bitemporal models against a naive fold over the log, for histories nobody thought of: as on every date, as known
/// at every time.
class BitemporalModelsTest {

    private static final AuditTrail.Erased NOBODY = _ -> Set.of();

    @Provide
    Arbitrary<MadeHistory> histories() {
        return MadeHistory.any();
    }

    @Property(tries = 100)
    void a_vehicle_worked_out_anew_is_what_the_naive_fold_says(@ForAll("histories") MadeHistory history) {
        for (AsOf asOf : history.questions()) {
            VehicleHistoryEndpoint.Answer answer = vehicle(history, asOf);
            Map<Long, Told> told = MadeHistory.keeperships(history.stream(), asOf.recordedAt());
            assertThat(answer == null ? "nobody" : keeper(answer.state()))
                    .as("keeper, %s", asOf)
                    .isEqualTo(MadeHistory.at(told, asOf.effectiveAt()));
            String mark = answer == null ? null : answer.state().registrationMark();
            assertThat(mark == null ? "none" : mark).as("mark, %s", asOf).isEqualTo(history.markAt(asOf));
        }
    }

    @Property(tries = 100)
    void the_events_shown_say_the_same_keeper_as_the_answer_they_support(@ForAll("histories") MadeHistory history) {
        for (AsOf asOf : history.questions()) {
            VehicleHistoryEndpoint.Answer answer = vehicle(history, asOf);
            if (answer == null) continue;
            List<Long> shown =
                    answer.events().stream().map(event -> event.position()).toList();
            List<AuditTrail.Entry> entries = history.stream().stream()
                    .filter(entry -> shown.contains(entry.event().position()))
                    .toList();
            assertThat(MadeHistory.at(MadeHistory.keeperships(entries, asOf.recordedAt()), asOf.effectiveAt()))
                    .as("%s", asOf)
                    .isEqualTo(keeper(answer.state()));
        }
    }

    @Property(tries = 100)
    void keeperships_cover_each_day_once_with_who_the_naive_fold_says(@ForAll("histories") MadeHistory history) {
        for (AsOf asOf : history.questions()) {
            KeeperHistoryEndpoint.Answer answer = (KeeperHistoryEndpoint.Answer)
                    anew(history, asOf).keeperHistory(NOBODY).orElse(null);
            if (answer == null) continue;
            Map<Long, Told> told = MadeHistory.keeperships(history.stream(), asOf.recordedAt());
            LocalDate day = MadeHistory.FIRST;
            for (; !day.isAfter(asOf.effectiveAt()) && day.isBefore(MadeHistory.FIRST.plusDays(15)); ) {
                LocalDate date = day;
                List<String> on = answer.keeperships().stream()
                        .filter(period -> !period.from().isAfter(date)
                                && (period.to() == null || period.to().isAfter(date)))
                        .map(period -> period.type().equals("TRADE") ? "trade" : String.valueOf(period.id()))
                        .toList();
                String due = MadeHistory.at(told, date);
                assertThat(on).as("%s on %s", asOf, date).isEqualTo(due.equals("nobody") ? List.of() : List.of(due));
                day = day.plusDays(1);
            }
        }
    }

    /// Each try writes to the database; the rows are those that the endpoints read.
    @Property(tries = 25)
    void the_rows_say_the_same_whatever_batches_they_were_written_in(
            @ForAll("histories") MadeHistory history, @ForAll("batches") List<Integer> batches) {
        project(history, batches);
        RunningService service = RunningService.shared();
        for (AsOf asOf : history.questions()) {
            KeepershipRow row = service.bean(Keeperships.class)
                    .at(history.vehicle().id().text(), asOf.effectiveAt(), asOf.recordedAt())
                    .orElse(null);
            String who = row == null
                    ? "nobody"
                    : row.keeperType() == KeepershipRow.Type.TRADE ? "trade" : String.valueOf(row.keyId());
            assertThat(who)
                    .as("%s", asOf)
                    .isEqualTo(MadeHistory.at(
                            MadeHistory.keeperships(history.stream(), asOf.recordedAt()), asOf.effectiveAt()));
            KeeperHistoryEndpoint.Answer anew = (KeeperHistoryEndpoint.Answer)
                    anew(history, asOf).keeperHistory(NOBODY).orElse(null);
            KeeperHistoryEndpoint.Answer fromRows = VehicleAnswers.keepers(
                            history.vehicle().id(),
                            service.bean(Keeperships.class)
                                    .until(history.vehicle().id().text(), asOf.effectiveAt(), asOf.recordedAt()),
                            history.stream(),
                            asOf,
                            NOBODY)
                    .orElse(null);
            assertThat(fromRows).as("%s", asOf).isEqualTo(anew);
        }
    }

    @Provide
    Arbitrary<List<Integer>> batches() {
        return net.jqwik.api.Arbitraries.integers().between(1, 5).list().ofSize(15);
    }

    private static void project(MadeHistory history, List<Integer> batches) {
        RunningService service = RunningService.shared();
        List<Noted> noted = new ArrayList<>();
        for (AuditTrail.Entry entry : history.stream()) noted.add(Noted.of(entry.event(), entry.fact()));
        TransactionTemplate transaction = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
        int from = 0;
        for (int size : batches) {
            int to = Math.min(noted.size(), from + size);
            if (from == to) break;
            List<Noted> batch = noted.subList(from, to);
            transaction.executeWithoutResult(_ -> service.bean(RowSessions.class)
                    .use(rows -> service.bean(VehicleHistoryProjection.class).project(batch, rows)));
            from = to;
        }
    }

    private static VehicleHistoryEndpoint.@Nullable Answer vehicle(MadeHistory history, AsOf asOf) {
        return (VehicleHistoryEndpoint.Answer)
                anew(history, asOf).vehicleHistory(NOBODY).orElse(null);
    }

    private static VehicleAnew anew(MadeHistory history, AsOf asOf) {
        return new VehicleAnew(history.vehicle().id(), history.stream(), asOf);
    }

    private static String keeper(VehicleState state) {
        if (state.keeper() != null) return state.keeper().id().toString();
        return state.inTradeSince() == null ? "nobody" : "trade";
    }
}
