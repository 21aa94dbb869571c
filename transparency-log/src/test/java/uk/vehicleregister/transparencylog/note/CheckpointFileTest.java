package uk.vehicleregister.transparencylog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

class CheckpointFileTest {

    @TempDir
    Path folder;

    private CheckpointFile memory;

    @BeforeEach
    void memory() {
        memory = new CheckpointFile(folder.resolve("signed"));
    }

    @Test
    void what_was_written_is_read_also_by_the_next_process() {
        assertThat(memory.read()).isNull();
        memory.write(checkpoint("log", 3));
        memory.write(checkpoint("log", 4));
        assertThat(new CheckpointFile(folder.resolve("signed")).read()).isEqualTo(checkpoint("log", 4));
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("signed"));
    }

    @Test
    void it_goes_on_from_the_latest_only() {
        assertThat(memory.advance(null, checkpoint("log", 3))).isTrue();
        assertThat(memory.advance(null, checkpoint("log", 9))).isFalse();
        assertThat(memory.advance(checkpoint("log", 2), checkpoint("log", 9))).isFalse();
        assertThat(memory.latest("log")).isEqualTo(checkpoint("log", 3));
        assertThat(memory.advance(checkpoint("log", 3), checkpoint("log", 9))).isTrue();
    }

    @Test
    void another_log_and_a_broken_file_are_told_and_not_taken_for_nothing() throws IOException {
        memory.write(checkpoint("log", 3));
        assertThatThrownBy(() -> memory.latest("other")).isInstanceOf(MalformedException.class);
        Files.writeString(folder.resolve("signed"), "");
        assertThatThrownBy(memory::read).isInstanceOf(MalformedException.class);
    }

    private static Checkpoint checkpoint(String origin, long size) {
        return new Checkpoint(origin, size, MerkleHasher.EMPTY_ROOT);
    }
}
