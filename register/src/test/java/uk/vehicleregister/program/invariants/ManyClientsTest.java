package uk.vehicleregister.program.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.order.Order;
import uk.vehicleregister.program.invariants.order.Orders;
import uk.vehicleregister.program.invariants.order.Papers;
import uk.vehicleregister.program.running.WholeRegister;

/// Nobody can say who of sixteen will be first; what must hold afterwards can be said all the same.
class ManyClientsTest {

    /// Not a read model: what was sent is not sent again, so it cannot be built anew.
    private static final String OUTBOX = "mail";

    private static final int CLIENTS = 16;

    private final WholeRegister register = WholeRegister.shared();
    private final Watch watch = Watch.shared();

    @AddLifecycleHook(Effort.class)
    @Property(tries = 2, seed = "20260701", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sixteen_clients_at_once_leave_a_register_that_holds_together(
            @ForAll("sixteen") List<List<Order>> ordersOfEach, @ForAll long whims) {
        long since = watch.logEnd();
        LivePapers papers = new LivePapers();
        Client registrar = new Client(papers, whims);
        Orders.FIRST.forEach(registrar::send);
        List<Client> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new Client(papers, whims + i))
                .toList();

        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> ordersOfEach.get(i).forEach(clients.get(i)::send), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();

        List<Acknowledgement> told = new ArrayList<>(registrar.told);
        List<String> found = new ArrayList<>();
        for (Client client : clients) {
            client.awaitBatches();
            told.addAll(client.told);
            client.answers.forEach(answer -> Tally.note(answer.request(), answer.status(), answer.code()));
            found.addAll(client.wrong);
        }
        found.addAll(watch.violations(since, told));
        assertThat(found).isEmpty();
        assertThat(told).as("most of it is in vain, and yet much is done").hasSizeGreaterThan(2 * CLIENTS);
        papers.vehicles().forEach(vehicle -> everyQuestionAgrees(papers, vehicle));
        told.forEach(this::isKnownAsDone);
        everyModelBuiltAnewIsTheSame();
    }

    @Provide
    Arbitrary<List<List<Order>>> sixteen() {
        return Orders.any().list().ofMinSize(25).ofMaxSize(40).list().ofSize(CLIENTS);
    }

    /// The latest V5C, the public enquiry and the auditor's history name the same mark.
    private void everyQuestionAgrees(LivePapers papers, String vehicle) {
        Papers.V5C v5c = papers.latestOf(vehicle);
        Answer enquired = register.enquire(v5c.mark(), watch.logEnd());
        Answer history = ask("/v1/vehicle-history", Role.AUDITOR, Map.of("vehicleId", vehicle));
        Answer marks = ask("/v1/mark-history", Role.AUDITOR, Map.of("registrationMark", v5c.mark()));

        assertThat(enquired.text("registrationNumber")).isEqualTo(v5c.mark());
        assertThat(history.body().path("state").path("registrationMark").asString())
                .isEqualTo(v5c.mark());
        JsonNode last =
                marks.body().path("periods").get(marks.body().path("periods").size() - 1);
        assertThat(last.path("place").asString() + " " + last.path("vehicleId").asString())
                .isEqualTo("VEHICLE " + vehicle);
    }

    private void isKnownAsDone(Acknowledgement told) {
        JsonNode known = register.ask("/v1/transactions/" + told.transactionId(), Role.REGISTRAR, "registrar", 0, null)
                .body();
        assertThat(known.path("state").asString()).as("%s", told).isIn("DONE", "UNDER_REVIEW", "REFUSED");
    }

    private void everyModelBuiltAnewIsTheSame() {
        Map<String, List<String>> live = watch.everyTable();
        register.positions().body().path("projections").propertyNames().stream()
                .filter(name -> !name.equals(OUTBOX))
                .forEach(this::rebuild);
        assertThat(watch.everyTable()).isEqualTo(live);
    }

    private void rebuild(String projection) {
        assertThat(ask("/v1/projection-rebuilds", Role.OPERATOR, Map.of("name", projection))
                        .status())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> register.ask("/v1/projection-rebuilds", Role.OPERATOR, "operator", 0, null)
                        .body()
                        .valueStream()
                        .anyMatch(status -> status.path("name").asString().equals(projection)
                                && status.path("state").asString().equals("DONE")));
    }

    private Answer ask(String path, Role role, Map<String, String> body) {
        return register.ask(path, role, UUID.randomUUID().toString(), watch.logEnd(), body);
    }
}
