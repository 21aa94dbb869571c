package uk.vehicleregister.program.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;

/// Waits until the read models of the query service have come as far as the log: only then is an import done for a
/// person who enquires.
public final class EnquiryModel {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration GIVE_UP_AFTER_NO_MOVE = Duration.ofSeconds(60);

    private final Http http;
    private final String address;

    public EnquiryModel(Http http, String queryAddress) {
        this.http = http;
        this.address = queryAddress + "/v1/log/position";
    }

    /// Returns once every read model stands at the position or beyond.
    public void await(long position) {
        long reached = -1;
        long giveUp = System.nanoTime() + GIVE_UP_AFTER_NO_MOVE.toNanos();
        while (true) {
            long now = slowest();
            if (now >= position) {
                return;
            }
            if (now > reached) {
                reached = now;
                giveUp = System.nanoTime() + GIVE_UP_AFTER_NO_MOVE.toNanos();
            }
            if (System.nanoTime() - giveUp > 0 || Thread.currentThread().isInterrupted()) {
                throw Stopped.unreachable("Everything is recorded, but the enquiries stand at position " + reached
                        + " of " + position + " and do not move. Look at " + address
                        + " and the query service's log; they catch up by themselves once it runs.");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// Where the slowest read model stands; -1 when that cannot be known at the moment.
    private long slowest() {
        try {
            Answer answer = http.send(Call.get(address));
            JsonNode projections = answer.body().path("projections");
            long slowest = Long.MAX_VALUE;
            for (JsonNode position : projections) {
                slowest = Math.min(slowest, position.asLong(-1));
            }
            return answer.status() == 200 && !projections.isEmpty() ? slowest : -1;
        } catch (IOException unreachable) {
            return -1;
        }
    }
}
