package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.projection.Tenure;
import uk.vehicleregister.query.projection.TestTenure;
import uk.vehicleregister.query.vehicleenquiry.ReadyAnswers.Visit;

/// What is kept, and what never is.
class ReadyAnswersTest {

    private final TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
    private final Tenure tenure = TestTenure.held();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-07-01T10:00:00Z"));
    private final ReadyAnswers ready = withRoomFor(1_000_000);

    @Test
    void an_answer_is_kept_for_its_mark() {
        keep(ready.visit("AB51CDE"));
        assertThat(ready.of("AB51CDE")).isNotNull();
        assertThat(ready.of("AB51CDF")).isNull();
    }

    @Test
    void an_answer_holds_from_its_first_day_to_its_last_in_london() {
        VehicleRow row = row("AB51CDE");
        row.license(vehicle.taxed("2026-01-01", "2026-07-03"));
        ready.keep(ready.visit("AB51CDE"), row);
        assertThat(told("2026-06-30T22:59:59Z")).isNull();
        assertThat(told("2026-06-30T23:00:00Z")).contains("\"taxStatus\":\"Taxed\"");
        assertThat(told("2026-07-03T22:59:59Z")).contains("\"taxStatus\":\"Taxed\"");
        assertThat(told("2026-07-03T23:00:00Z")).isNull();
        ready.keep(ready.visit("AB51CDE"), row);
        assertThat(told("2027-07-03T23:00:00Z")).contains("\"taxStatus\":\"Untaxed\"");
    }

    @Test
    void from_before_the_commit_of_a_change_the_old_answer_is_gone() {
        keep(ready.visit("AB51CDE"));
        TransactionSynchronization change = changing("AB51CDE");
        assertThat(ready.of("AB51CDE")).isNull();
        change.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(ready.of("AB51CDE")).isNull();
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it() {
        Visit visit = ready.visit("AB51CDE");
        changing("AB51CDE").afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        keep(visit);
        assertThat(ready.of("AB51CDE")).isNull();
    }

    @Test
    void what_was_read_while_the_commit_was_under_way_is_not_kept() {
        TransactionSynchronization change = changing("AB51CDE");
        Visit visit = ready.visit("AB51CDE");
        keep(visit);
        assertThat(ready.of("AB51CDE")).isNull();
        change.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        keep(visit);
        assertThat(ready.of("AB51CDE")).isNull();
        keep(ready.visit("AB51CDE"));
        assertThat(ready.of("AB51CDE")).isNotNull();
    }

    @Test
    void a_mark_is_in_doubt_until_the_last_of_its_changes_is_settled() {
        TransactionSynchronization one = changing("AB51CDE");
        TransactionSynchronization two = changing("AB51CDE");
        one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        keep(ready.visit("AB51CDE"));
        assertThat(ready.of("AB51CDE")).isNull();
        two.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        keep(ready.visit("AB51CDE"));
        assertThat(ready.of("AB51CDE")).isNotNull();
    }

    /// Its commit may still arrive at the database.
    @Test
    void after_a_change_of_which_nobody_knows_what_became_nothing_is_trusted() {
        keep(ready.visit("AB51CDF"));
        changing("AB51CDE").afterCompletion(TransactionSynchronization.STATUS_UNKNOWN);
        assertThat(tenure.term()).isEqualTo(Tenure.NONE);
        assertThat(ready.of("AB51CDF")).isNull();
    }

    @Test
    void without_tenure_nothing_is_answered_or_kept() {
        keep(ready.visit("AB51CDE"));
        Visit visit = ready.visit("AB51CDF");
        tenure.end();
        assertThat(ready.of("AB51CDE")).isNull();
        keep(visit);
        keep(ready.visit("AB51CDG"));
        TestTenure.hold(tenure);
        assertThat(ready.of("AB51CDE")).isNull();
        assertThat(ready.of("AB51CDF")).isNull();
        assertThat(ready.of("AB51CDG")).isNull();
        keep(ready.visit("AB51CDE"));
        assertThat(ready.of("AB51CDE")).isNotNull();
    }

    @Test
    void after_the_commit_the_new_answer_is_ready_and_the_mark_before_has_none() {
        keep(ready.visit("AB51CDE"));
        TransactionSynchronization change = changing("AB51CDE", row("AB51CDF"));
        change.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(ready.of("AB51CDE")).isNull();
        assertThat(ready.of("AB51CDF")).isNotNull();
    }

    @Test
    void of_a_change_made_while_the_term_ended_nothing_is_kept() {
        TransactionSynchronization change = changing("AB51CDE", row("AB51CDE"));
        tenure.end();
        TestTenure.hold(tenure);
        change.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(ready.of("AB51CDE")).isNull();
    }

    @Test
    void no_more_is_held_than_there_is_room_for() {
        ReadyAnswers small = withRoomFor(10_000);
        for (int i = 0; i < 1000; i++) small.keep(small.visit("M" + i), row("M" + i));
        int held = 0;
        for (int i = 0; i < 1000; i++) if (small.of("M" + i) != null) held++;
        assertThat(held).isBetween(1, 10_000 / AnswersOfTerm.BESIDE);
        ReadyAnswers none = withRoomFor(0);
        none.keep(none.visit("AB51CDE"), row("AB51CDE"));
        assertThat(none.of("AB51CDE")).isNull();
        assertThat(none.isFull()).isTrue();
    }

    private ReadyAnswers withRoomFor(long bytes) {
        BusinessCalendar calendar = new BusinessCalendar(((InstantSource) now::get).withZone(ZoneOffset.UTC), null);
        return new ReadyAnswers(tenure, calendar, JsonMapper.builder().build(), bytes);
    }

    private @Nullable String told(String time) {
        now.set(Instant.parse(time));
        byte[] answer = ready.of("AB51CDE");
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    private void keep(Visit visit) {
        ready.keep(visit, row(visit.mark()));
    }

    private VehicleRow row(String mark) {
        VehicleRow row = new VehicleRow(vehicle.registered(null));
        row.registrationMark = mark;
        return row;
    }

    private TransactionSynchronization changing(String mark) {
        return changing(mark, null);
    }

    private TransactionSynchronization changing(String mark, @Nullable VehicleRow row) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            ready.changing(Set.of(mark), row == null ? List.of() : List.of(row));
            return TransactionSynchronizationManager.getSynchronizations().getFirst();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
