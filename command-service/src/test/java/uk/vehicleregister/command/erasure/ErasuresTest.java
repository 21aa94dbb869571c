package uk.vehicleregister.command.erasure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;
import uk.vehicleregister.eventstore.vault.KeyEraser;
import uk.vehicleregister.eventstore.vault.LocalKeys;

class ErasuresTest {

    @TempDir
    Path parent;

    /// As on a full disk. No key is destroyed that is not on the list.
    @Test
    void an_erasure_that_the_list_cannot_take_is_neither_acknowledged_nor_called_a_fault() throws IOException {
        Path directory = parent.resolve("keys");
        LocalKeys keys = LocalKeys.open(directory, true);
        Files.createDirectory(directory.resolve("erased-keys"));
        Erasures erasures = new Erasures(new KeyEraser(new HikariDataSource(), keys.erasures()));
        assertThatThrownBy(() -> erasures.carryOut(List.of(UUID.randomUUID())))
                .isInstanceOf(OutcomeUnknownException.class);
    }
}
