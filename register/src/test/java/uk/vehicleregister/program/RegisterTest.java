package uk.vehicleregister.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {

    /// Nothing listens there: the ports of the demo, moved to where no test goes.
    private static final String NOBODY_THERE = "1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "token",
                "fleet",
                "import",
                "tour",
                "verify",
                "export",
                "replay",
                "restore",
                "witness",
                "sealing-key"
            })
    void every_command_explains_itself(String command) {
        Ran help = Ran.command(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: register " + command).contains("--json");
    }

    @Test
    void no_command_and_unknown_commands_are_wrong_use() {
        assertThat(Ran.command().exitCode()).isEqualTo(2);
        assertThat(Ran.command("fly").exitCode()).isEqualTo(2);
        assertThat(Ran.command("token").exitCode()).isEqualTo(2);
        assertThat(Ran.command("serve", "portals").exitCode()).isEqualTo(2);
        assertThat(Ran.command("token", "nobody", "--port", NOBODY_THERE).exitCode())
                .isEqualTo(2);
        assertThat(Ran.command("token", "citizen", "--port", "65535").exitCode())
                .isEqualTo(2);
    }

    @Test
    void where_no_demo_runs_one_line_says_so_and_what_to_do(@TempDir Path directory) {
        Path fleet = directory.resolve("fleet.csv");
        assertThat(Ran.command("fleet", "--vehicles", "3", "--out", fleet.toString())
                        .exitCode())
                .isZero();

        for (String[] command : new String[][] {
            {"token", "citizen", "--port", NOBODY_THERE},
            {"tour", "--port", NOBODY_THERE},
            {"import", fleet.toString(), "--port", NOBODY_THERE}
        }) {
            Ran ran = Ran.command(command);
            assertThat(ran.exitCode()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1).first().asString().contains("bin/register demo");
        }
    }

    @Test
    void a_fleet_is_written_and_told_of_in_json(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("fleet.csv");
        Ran ran = Ran.command("fleet", "--vehicles", "12", "--seed", "4", "--out", file.toString(), "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("{\"vehicles\":12,\"file\":\"").contains("\"seconds\":");
        assertThat(Files.readAllLines(file)).hasSize(13);
    }

    @Test
    void a_fleet_that_cannot_be_written_or_made_says_why(@TempDir Path directory) {
        Ran nowhere = Ran.command(
                "fleet",
                "--vehicles",
                "1",
                "--out",
                directory.resolve("no/such/f.csv").toString());
        Ran none = Ran.command(
                "fleet", "--vehicles", "0", "--out", directory.resolve("f.csv").toString());

        assertThat(nowhere.exitCode()).isEqualTo(3);
        assertThat(nowhere.err().lines()).hasSize(1);
        assertThat(none.exitCode()).isEqualTo(2);
    }
}
