package uk.vehicleregister.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.query.replay.Difference.Kind;
import uk.vehicleregister.query.replay.Replayed.ReadModel;
import uk.vehicleregister.query.replay.Replayed.Table;

class ReadModelReplayTest {

    private static ReplayedRegister register;
    private static long last;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        register = new ReplayedRegister();
        last = register.live(12);
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @AfterEach
    void no_shadow_is_left() {
        assertThat(register.shadows()).isEmpty();
    }

    @Test
    void live_rows_are_what_the_log_gives() {
        Replayed replayed = register.live();

        assertThat(replayed.first()).isEmpty();
        assertThat(replayed.differences()).isZero();
        assertThat(replayed.isCompared()).isTrue();
        assertThat(replayed.readModels().stream().map(ReadModel::projection))
                .containsExactlyInAnyOrderElementsOf(register.replay.names())
                .contains("vehicle-enquiry", "vehicle-history", "mark-history", "documents", "applications")
                .doesNotContain("mail");
        assertThat(replayed.readModels())
                .allSatisfy(model -> assertThat(model.position()).isEqualTo(last));
        assertThat(table(replayed, "vehicle_enquiry").rows()).isEqualTo(12);
        assertThat(table(replayed, "keepership").rows()).isGreaterThan(24);
    }

    @Test
    void the_root_is_that_of_the_sealed_log() {
        Replayed replayed = register.live("letters");

        assertThat(replayed.origin()).isEqualTo("register.test/log");
        assertThat(replayed.size()).isEqualTo(last + 1);
        assertThat(replayed.sealed()).isEqualTo(last + 1);
        assertThat(replayed.root())
                .isEqualTo(register.replay.checkpoint().orElseThrow().root());
    }

    @Test
    void an_edited_row_is_named_with_its_column() {
        String vehicle = register.one("select vehicle_id from read.vehicle_enquiry order by 1 offset 5 limit 1");
        String colour = register.one("select colour from read.vehicle_enquiry where vehicle_id = '" + vehicle + "'");
        register.tamper("update read.vehicle_enquiry set colour = 'PINK' where vehicle_id = '" + vehicle + "'");

        Replayed replayed = register.live();

        assertThat(replayed.differences()).isEqualTo(1);
        assertThat(replayed.first())
                .containsExactly(new Difference(
                        Kind.CHANGED,
                        "vehicle_enquiry",
                        "vehicle_id=" + vehicle,
                        List.of(new Difference.Column("colour", false, "PINK", colour))));
        register.mend("vehicle-enquiry");
        assertThat(register.live("vehicle-enquiry").differences()).isZero();
    }

    @Test
    void a_row_taken_away_and_one_put_in_are_named() {
        String position = register.one("select position::text from read.letter order by position limit 1");
        register.tamper("delete from read.letter where position = " + position);
        register.tamper("insert into read.letter values (9, 'nobody', '2020-01-01', gen_random_uuid()),"
                + " (100000, 'nobody', '2020-01-01', gen_random_uuid())");

        Replayed replayed = register.live("letters");

        assertThat(replayed.first().stream().map(Difference::toString))
                .containsExactlyInAnyOrder(
                        "extra letter position=9",
                        "missing letter position=" + position,
                        "extra letter position=100000");
        register.mend("letters");
    }

    @Test
    void what_leads_to_a_person_is_compared_and_never_shown() {
        String key = register.one("select key_id::text from read.keepership where key_id is not null limit 1");
        register.tamper("update read.keepership set key_id = gen_random_uuid() where key_id = '" + key + "'");
        register.tamper("update read.printed_document set sealed_reference = 'forged' where type = 'V778'");

        Replayed replayed = register.live("vehicle-history", "documents");

        assertThat(replayed.differences()).isGreaterThanOrEqualTo(13);
        assertThat(replayed.first().toString())
                .contains("key_id (not shown)", "sealed_reference (not shown)")
                .doesNotContain(key, "forged");
        assertThat(replayed.first())
                .flatExtracting(Difference::columns)
                .allSatisfy(column -> assertThat(column.there()).isNull())
                .allSatisfy(column -> assertThat(column.replayed()).isNull());
        register.mend("vehicle-history");
        register.mend("documents");
    }

    @Test
    void so_many_differences_are_kept_and_all_are_counted() {
        register.tamper("update read.stock set dealer = 'somebody else'");

        Replayed replayed = register.replay.run(Order.ofLive(Set.of("stock"), 3), (_, _) -> {});

        assertThat(replayed.differences()).isEqualTo(12);
        assertThat(replayed.first()).hasSize(3);
        register.mend("stock");
    }

    @Test
    void two_replays_write_the_same_bytes() throws IOException {
        Path one = Files.createDirectory(directory.resolve("one"));
        Path other = Files.createDirectory(directory.resolve("other"));

        Replayed first = register.run(null, null, one);
        Replayed second = register.run(null, null, other);

        assertThat(second).isEqualTo(first);
        assertThat(one.resolve("keepership.rows"))
                .content()
                .doesNotContain(
                        register.one("select key_id::text from read.keepership where key_id is not null limit 1"));
        try (var files = Files.list(one)) {
            List<Path> written = files.toList();
            assertThat(written).hasSizeGreaterThan(10);
            for (Path file : written)
                assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void rows_of_another_replay_are_compared_with() throws IOException {
        long middle = last / 2;
        Replayed written = register.run(middle, null, directory);
        assertThat(written.isCompared()).isFalse();
        assertThat(register.run(null, directory, null).differences()).isZero();

        Path rows = directory.resolve("vehicle_enquiry.rows");
        List<String> lines = Files.readAllLines(rows);
        lines.set(2, lines.get(2).replace("2010-03-01", "2010-03-02"));
        String gone = lines.remove(3).split("\t")[0];
        Files.writeString(rows, String.join("\n", lines) + "\n");

        Replayed replayed = register.run(middle, directory, null);

        assertThat(replayed.isCompared()).isTrue();
        assertThat(replayed.first().stream().map(Difference::toString))
                .containsExactly(
                        "changed vehicle_enquiry vehicle_id=" + lines.get(2).split("\t")[0]
                                + ": date_of_first_registration \"2010-03-02\", the log gives \"2010-03-01\"",
                        "missing vehicle_enquiry vehicle_id=" + gone);
        assertThatThrownBy(() -> register.run(last, directory, null))
                .isInstanceOf(UnusableOrderException.class)
                .hasMessageContaining("are of position");
    }

    @Test
    void an_end_within_a_transaction_is_cut_back_and_one_after_the_log_refused() {
        assertThat(register.run(1L, null, null).size()).isZero();
        assertThat(register.run(2L, null, null).size()).isEqualTo(3);
        assertThat(register.run(last, null, null).isCompared()).isTrue();
        assertThatThrownBy(() -> register.run(last + 1, null, null)).isInstanceOf(UnusableOrderException.class);
    }

    @Test
    void up_to_a_time_everything_counts_that_was_recorded_by_then() {
        Instant then = Instant.parse(
                register.one("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from log.event where position = 2"));

        assertThat(upTo(then).size()).isEqualTo(3);
        assertThat(upTo(then.minusNanos(1000)).size()).isZero();
    }

    @Test
    void an_unknown_read_model_is_refused() {
        assertThatThrownBy(() -> register.live("gossip"))
                .isInstanceOf(UnusableOrderException.class)
                .hasMessageContaining("gossip")
                .hasMessageContaining("vehicle-enquiry");
        assertThatThrownBy(() -> register.live("mail")).isInstanceOf(UnusableOrderException.class);
    }

    @Test
    void what_a_killed_replay_left_is_dropped_and_what_a_living_one_has_is_not() throws Exception {
        var auditor = new org.postgresql.ds.PGSimpleDataSource();
        auditor.setUrl(register.service.database.url());
        auditor.setUser("auditor");
        auditor.setPassword("auditor");
        ReplayedRegister.run(auditor, "create schema replay_0123abcd_letters");
        ReplayedRegister.run(auditor, "create schema replay_0000000a_letters");
        try (var alive = auditor.getConnection();
                var statement = alive.createStatement()) {
            statement.execute("select pg_advisory_lock(x'7265706c'::int, 10)");

            register.live("letters");

            assertThat(register.shadows()).containsExactly("replay_0000000a_letters");
            statement.execute("select pg_advisory_unlock_all()");
        }
        register.live("letters");
    }

    private Replayed upTo(Instant time) {
        return register.replay.run(
                new Order(Set.of("letters"), null, time, true, null, null, 10, List.of()), (_, _) -> {});
    }

    private static Table table(Replayed replayed, String name) {
        return replayed.readModels().stream()
                .flatMap(model -> model.tables().stream())
                .filter(table -> table.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
