package uk.vehicleregister.query.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;

/// The sealer signs nothing that does not go on from what it signed before.
class SealRefusalTest {

    private static final String ORIGIN = "register.example/log";

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate(ORIGIN, SignatureType.ED25519, new java.security.SecureRandom());
    private final SealingKeys keys = new SealingKeys(List.of(key.author()), List.of(key.verifier()), List.of());
    private final SealedDatabase log = new SealedDatabase();
    private final SealedDatabase backup = new SealedDatabase();

    @AfterEach
    void close() {
        log.close();
        backup.close();
    }

    @Test
    void an_old_backup_is_refused_and_so_is_what_is_recorded_after_it() throws SQLException {
        sealed(300);
        putBackupBack(300);
        sealed(40);

        refuses(backup, "the log ends at size 300, and size 340 was signed before");
        backup.append(10);
        refuses(backup, "the log ends at size 310");
        backup.append(30);
        refuses(backup, "another than the one that was signed at size 340");
        backup.append(500);
        refuses(backup, "another than the one that was signed at size 340");
        assertThat(backup.sealed.latest().orElseThrow().size())
                .as("nothing was signed")
                .isEqualTo(300);
    }

    @Test
    void a_backup_that_lacks_only_the_last_checkpoints_goes_on() throws SQLException {
        sealed(300);
        putBackupBack(300);
        sealed(40);
        backup.putBack(log, "event", "position >= 300");

        backup.sealer(keys, memory()).seal(backup.store());
        assertThat(backup.sealed.latest().orElseThrow().checkpoint())
                .isEqualTo(log.sealed.latest().orElseThrow().checkpoint());
    }

    @Test
    void a_log_written_anew_is_refused() {
        sealed(5);
        backup.append(5);
        refuses(backup, "another than the one that was signed at size 5");
    }

    @Test
    void a_tile_that_was_altered_is_refused_by_the_sealer_that_runs_and_by_the_next() throws SQLException {
        SealStore store = log.store();
        Sealer running = log.sealer(keys, memory());
        log.append(600);
        running.seal(store);
        log.tamper("update log.tile set hashes = set_byte(hashes, 33, get_byte(hashes, 33) # 1) where level = 1");
        log.append(1);
        assertThatThrownBy(() -> running.seal(store)).isInstanceOf(SealRefusedException.class);
        refuses(log, "");
        assertThat(log.sealed.latest().orElseThrow().size()).isEqualTo(600);
    }

    @Test
    void the_growing_edge_is_not_written_over() throws SQLException {
        SealStore store = log.store();
        Sealer running = log.sealer(keys, memory());
        log.append(3);
        running.seal(store);
        log.tamper("update log.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)");
        log.append(1);
        assertThatThrownBy(() -> running.seal(store))
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("SQL state 23000");
        refuses(log, "the stored tiles are not those that were signed at size 3");
    }

    @Test
    void an_event_that_was_altered_under_the_last_tile_is_refused() throws SQLException {
        sealed(300);
        log.tamper("update log.event set payload = '{\"n\":-1}' where position = 270");
        log.append(1);
        refuses(log, "the event at position 270 is not the one that was signed");
    }

    @Test
    void an_event_that_was_taken_out_is_refused() throws SQLException {
        sealed(300);
        log.append(3);
        log.tamper("delete from log.event where position = 301");
        refuses(log, "position 301 is missing from the log");
    }

    @Test
    void a_checkpoint_of_somebody_else_is_refused() throws SQLException {
        sealed(3);
        String note = log.sealed.latest().orElseThrow().note().toString();
        log.tamper(
                "update log.checkpoint set note = replace(note, '%s', '%s')".formatted(ORIGIN + "\n3", ORIGIN + "\n4"));
        assertThat(log.sealed.latest().orElseThrow().note().toString()).isNotEqualTo(note);
        refuses(log, "SIGNATURE_WRONG");
    }

    @Test
    void lost_and_broken_memories_are_refused() throws Exception {
        sealed(3);
        Files.move(memory(), folder.resolve("away"));
        refuses(log, "no memory of having signed");
        Files.writeString(memory(), "");
        refuses(log, "");
        Files.move(folder.resolve("away"), memory(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        sealed(1);
        assertThat(new CheckpointFile(memory()).read().size()).isEqualTo(4);
    }

    @Test
    void who_follows_refuses_too() throws SQLException {
        sealed(300);
        Path others = folder.resolve("other.signed");
        new CheckpointFile(others).write(log.sealed.latest().orElseThrow().checkpoint());
        sealed(1);
        log.tamper("update log.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1");
        assertThatThrownBy(() -> log.sealer(keys, others).follow(log.store())).isInstanceOf(SealRefusedException.class);
    }

    private void sealed(int events) {
        log.append(events);
        log.sealer(keys, memory()).seal(log.store());
    }

    /// The state of now, as a backup of now will be.
    private void putBackupBack(int size) throws SQLException {
        backup.putBack(log, "event", "position < " + size);
        backup.putBack(log, "tile", "true");
        backup.putBack(log, "checkpoint", "size <= " + size);
    }

    private void refuses(SealedDatabase where, String why) {
        assertThatThrownBy(() -> where.sealer(keys, memory()).seal(where.store()))
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining(why);
    }

    private Path memory() {
        return folder.resolve("signed");
    }
}
