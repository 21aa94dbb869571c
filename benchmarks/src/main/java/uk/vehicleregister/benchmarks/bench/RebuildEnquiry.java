package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// T6: an operator has the enquiry's read model built anew from the whole log, as the running service does it.
final class RebuildEnquiry implements Measurement {

    static final String PROJECTION = "vehicle-enquiry";
    private static final int TIMES = 3;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T6);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.of(Kind.QUERY));
        long events = stage.awaitReadModels() + 1;
        double[] perSecond = new double[TIMES];
        try (Http http = new Http(Duration.ofSeconds(10))) {
            String token = new Tokens(http, stage.cluster().issuerAddress(), Role.OPERATOR).demand();
            String address = stage.cluster().ports().queryAddress() + "/v1/projection-rebuilds";
            for (int i = 0; i < TIMES; i++) {
                int started = http.send(
                                Call.post(address, Map.of("name", PROJECTION)).as(token))
                        .status();
                if (started != 202) throw new IllegalStateException("a rebuild was answered " + started);
                perSecond[i] = events / seconds(http, Call.get(address).as(token));
                stage.tell("rebuild " + (i + 1) + ": " + Figures.whole(perSecond[i]) + " events/s");
            }
        }
        return List.of(new Result(
                Goal.T6,
                Spread.of(perSecond),
                Figures.whole(events) + " events, by the service's own clock, swap included",
                ""));
    }

    private static double seconds(Http http, Call call) throws Exception {
        while (true) {
            for (JsonNode rebuild : http.send(call).body()) {
                if (!rebuild.path("name").asString("").equals(PROJECTION)) continue;
                switch (rebuild.path("state").asString("")) {
                    case "DONE" -> {
                        Instant began = Instant.parse(rebuild.path("startedAt").asString(""));
                        Instant ended = Instant.parse(rebuild.path("endedAt").asString(""));
                        return Duration.between(began, ended).toNanos() / 1e9;
                    }
                    case "FAILED" -> throw new IllegalStateException("the rebuild failed");
                    default -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            }
        }
    }
}
