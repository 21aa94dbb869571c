package uk.vehicleregister.program.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// The command service's bulk entrance. Rows already recorded are answered UNCHANGED, so a request whose answer got
/// lost is simply sent again.
final class ImportService {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /// Long enough for a killed demo to be started again meanwhile.
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(90);

    private final Http http;
    private final String address;
    private final Tokens tokens;

    ImportService(Http http, String commandAddress, Tokens tokens) {
        this.http = http;
        this.address = commandAddress + "/v1/imports";
        this.tokens = tokens;
    }

    /// Sends rows until they are answered.
    Answer send(List<Map<String, Object>> rows) {
        long giveUp = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Duration pause = FIRST_PAUSE;
        boolean renewed = false;
        while (true) {
            String trouble;
            try {
                Answer answer =
                        http.send(Call.post(address, Map.of("rows", rows)).as(tokens.current()));
                if (answer.status() == 200) {
                    return answer;
                }
                if (answer.status() == 401 && !renewed) {
                    renewed = true;
                    tokens.forget();
                    continue;
                }
                if (!answer.worthAnotherTry()) {
                    throw Stopped.refused("The register refuses this import: " + answer.problem());
                }
                trouble = answer.problem();
            } catch (IOException unreachable) {
                trouble = "no connection to " + address;
            }
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - giveUp > 0) {
                throw Stopped.unreachable("The import stopped: " + trouble
                        + ". What was acknowledged is recorded. See that the demo runs (bin/register demo), then run the"
                        + " same import again: it goes on where it stopped.");
            }
            LockSupport.parkNanos(withJitter(pause));
            pause = longer(pause);
        }
    }

    private static long withJitter(Duration pause) {
        return pause.toNanos() / 2 + ThreadLocalRandom.current().nextLong(pause.toNanos());
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
