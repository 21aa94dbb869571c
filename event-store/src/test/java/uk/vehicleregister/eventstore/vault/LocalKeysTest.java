package uk.vehicleregister.eventstore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The directory of the register's own keys.
class LocalKeysTest {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void choose() {
        directory = parent.resolve("keys");
    }

    @Test
    void keys_are_made_once_and_found_again() {
        LocalKeys made = LocalKeys.open(directory, true);
        LocalKeys found = LocalKeys.open(directory, false);
        assertThat(found.vehicleIds().text("VIN")).isEqualTo(made.vehicleIds().text("VIN"));
        assertThat(found.keyService().unwrap(made.keyService().wrap(new byte[] {1, 2, 3})))
                .containsExactly(1, 2, 3);
        assertThat(Stream.of(made.vehicleIds(), made.credentials(), made.pseudonyms(), made.receipts())
                        .map(digest -> digest.text("same")))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobody_else_may_read_them() throws IOException {
        LocalKeys.open(directory, true);
        assertThat(mode(directory)).isEqualTo("rwx------");
        for (String file :
                List.of("keyset.json", "vehicle-ids.key", "credentials.key", "pseudonyms.key", "receipts.key"))
            assertThat(mode(directory.resolve(file))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(directory.resolve("receipts.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> LocalKeys.open(directory, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0600");
    }

    @Test
    void absent_keys_are_not_made_unasked_and_a_lost_one_is_never_replaced() throws IOException {
        assertThatThrownBy(() -> LocalKeys.open(directory, false)).isInstanceOf(IllegalStateException.class);
        assertThat(directory).doesNotExist();

        LocalKeys.open(directory, true);
        Files.delete(directory.resolve("vehicle-ids.key"));
        assertThatThrownBy(() -> LocalKeys.open(directory, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vehicle-ids.key");
    }

    @Test
    void services_that_start_at_once_make_one_set_of_keys() throws Exception {
        try (ExecutorService services = Executors.newFixedThreadPool(8)) {
            List<Future<String>> ids = IntStream.range(0, 8)
                    .mapToObj(i -> services.submit(
                            () -> LocalKeys.open(directory, true).vehicleIds().text("VIN")))
                    .toList();
            String first = ids.getFirst().get();
            for (Future<String> id : ids) assertThat(id.get()).isEqualTo(first);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
