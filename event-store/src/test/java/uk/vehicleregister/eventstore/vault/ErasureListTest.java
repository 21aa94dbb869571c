package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was erased, outside the database.
class ErasureListTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @TempDir
    Path parent;

    private Path directory;
    private ErasureList list;

    @BeforeEach
    void make() {
        directory = parent.resolve("keys");
        list = LocalKeys.open(directory, true).erasures();
    }

    @Test
    void what_was_added_is_found_by_another_process_once() throws IOException {
        assertThat(list.all()).isEmpty();
        list.add(List.of(ONE, OTHER));
        list.add(List.of(ONE));
        assertThat(LocalKeys.open(directory, false).erasures().all()).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(Files.readAllLines(file())).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_line_torn_by_a_power_cut_is_no_id_and_spoils_none() throws IOException {
        list.add(List.of(ONE));
        Files.writeString(file(), OTHER.toString().substring(0, 20), StandardOpenOption.APPEND);
        assertThat(list.all()).containsExactly(ONE);
        list.add(List.of(OTHER));
        assertThat(list.all()).containsExactly(ONE, OTHER);
    }

    @Test
    void many_at_once_lose_none() throws InterruptedException {
        List<UUID> ids =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(64).toList();
        try (ExecutorService services = Executors.newFixedThreadPool(8)) {
            for (UUID id : ids)
                services.execute(
                        () -> LocalKeys.open(directory, false).erasures().add(List.of(id)));
        }
        assertThat(list.all()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private Path file() {
        return directory.resolve("erased-keys");
    }
}
