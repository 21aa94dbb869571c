package uk.vehicleregister.query.disclosure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.RunningService;

/// What it costs to record a look before it is answered. Not part of the gate: run it by `-Dtest=MeasureLooks`.
class MeasureLooks {

    private static final int LOOKS = 2_000;

    @Test
    void measure() throws Exception {
        try (RunningService service = RunningService.fresh()) {
            DisclosureLog log = service.bean(DisclosureLog.class);
            for (int clients : new int[] {1, 1, 8, 64}) measure(log, clients);
        }
    }

    private static void measure(DisclosureLog log, int clients) throws Exception {
        long[] nanos = new long[LOOKS];
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            pool.invokeAll(IntStream.range(0, LOOKS)
                    .<java.util.concurrent.Callable<Void>>mapToObj(i -> () -> {
                        long before = System.nanoTime();
                        log.append(Append.of(List.of(look())));
                        nanos[i] = System.nanoTime() - before;
                        return null;
                    })
                    .toList());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Arrays.sort(nanos);
        System.out.printf(
                "%d clients: %d looks in %d ms; one: p50 %.2f ms, p99 %.2f ms%n",
                clients, LOOKS, took.toMillis(), nanos[LOOKS / 2] / 1e6, nanos[LOOKS * 99 / 100] / 1e6);
    }

    private static NewEvent look() {
        RecordDisclosed look = new RecordDisclosed(
                UUID.randomUUID(),
                DisclosureKind.VEHICLE_HISTORY,
                new VehicleId("Zm9yLXRlc3RzLW9ubHkxMg"),
                null,
                DisclosurePurpose.AUDIT,
                null,
                null,
                null,
                LocalDate.of(2026, 7, 1));
        String metadata =
                "{\"transactionId\":\"%s\",\"role\":\"auditor\",\"actor\":\"a\"}".formatted(UUID.randomUUID());
        return new NewEvent(
                UUID.randomUUID(), look.stream(), 0, "RecordDisclosed", "1", EventJson.write(look), metadata);
    }
}
