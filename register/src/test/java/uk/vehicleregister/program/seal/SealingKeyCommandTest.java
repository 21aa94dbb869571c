package uk.vehicleregister.program.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.program.Ran;

class SealingKeyCommandTest {

    private static final String ADDRESS = "https://keys.example:8200/v1/transit/sign/register-log";
    private static final String PUBLIC_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @BeforeEach
    void token() throws IOException {
        Path token = Files.writeString(folder.resolve("log.key.token"), "s.token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_key_in_a_key_service_makes_the_file_and_a_second_key_signs_beside_it() throws IOException {
        Ran first = inKeyService("--origin", "register.example/log");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("register.example/log+");
        assertThat(Files.readAllLines(file()))
                .containsExactly("KEY-SERVICE " + ADDRESS + " 7 " + first.out().strip());

        Ran second = Ran.command("sealing-key", file().toString());
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).startsWith("register.example/log+");
        assertThat(Files.readAllLines(file()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("PRIVATE+KEY+register.example/log+");
    }

    @Test
    void the_name_of_another_log_and_the_same_key_again_are_refused_and_change_nothing() throws IOException {
        inKeyService("--origin", "register.example/log");
        String before = Files.readString(file());

        Ran other = inKeyService("--origin", "register.test/log");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("register.example/log", "register.test/log");
        Ran again = inKeyService("--origin", "register.example/log");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("in the file already");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "--key-service, https:///v1/transit/sign/a, names no host",
        "--key-service, http://192.0.2.1/v1/transit/sign/a, over https only",
        "--key-version, 0, counted from 1",
        "--public-key, AAAA, ",
        "--public-key, ?, "
    })
    void what_cannot_be_used_is_told_before_anything_is_written(String option, String value, String why) {
        Ran ran = inKeyService("--origin", "register.example/log", option, value);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("The key was not added").contains(why == null ? "" : why);
        assertThat(file()).doesNotExist();
    }

    @Test
    void half_of_the_options_and_no_file_are_wrong_use() {
        assertThat(Ran.command("sealing-key", file().toString(), "--key-service", ADDRESS)
                        .exitCode())
                .isEqualTo(2);
        Ran ran = Ran.command("sealing-key", file().toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("no file of sealing keys");
    }

    /// With usual values for what is not given.
    private Ran inKeyService(String... more) {
        List<String> words = new ArrayList<>(List.of("sealing-key", file().toString()));
        List<String> given = List.of(more);
        usual(words, given, "--key-service", ADDRESS);
        usual(words, given, "--key-version", "7");
        usual(words, given, "--public-key", PUBLIC_KEY);
        words.addAll(given);
        return Ran.command(words.toArray(String[]::new));
    }

    private static void usual(List<String> words, List<String> given, String option, String value) {
        if (!given.contains(option)) words.addAll(List.of(option, value));
    }

    private Path file() {
        return folder.resolve("log.key");
    }
}
