package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// Private sales sent to the command service, each under a key of its own.
final class HttpSales {

    private static final String POSITION = "\nregister-position: ";

    private final Stage stage;
    private final String bearer;

    HttpSales(Stage stage) {
        this.stage = stage;
        try (Http http = new Http(Duration.ofSeconds(10))) {
            this.bearer = new Tokens(http, stage.cluster().issuerAddress(), Role.CITIZEN).demand();
        }
    }

    /// Each car is sold once; whoever finds none left stops.
    Load.Clients of(List<Car> cars) {
        AtomicInteger next = new AtomicInteger();
        return _ -> new Load.Client() {

            private final Wire wire = new Wire(stage.port(Kind.COMMAND));

            @Override
            public boolean once() throws IOException {
                int mine = next.getAndIncrement();
                if (mine >= cars.size()) return false;
                sell(cars.get(mine), wire);
                return true;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private static long position(Reply answer) {
        int at = answer.head().indexOf(POSITION);
        return Long.parseLong(
                answer.head().substring(at + POSITION.length(), answer.head().indexOf('\r', at)));
    }

    void sell(Car car, Wire wire) throws IOException {
        String headers = "Authorization: Bearer " + bearer + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
        Reply answer = wire.send(Wire.post("/v1/keeper-changes", headers, car.sale(Stage.today())));
        if (answer.status() != 201)
            throw new IllegalStateException("a sale was answered " + answer.status() + " " + answer.body());
        car.soldAt(position(answer));
        stage.ledger().sold();
    }
}
