package uk.vehicleregister.command.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.purchase;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Marks;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

/// However many want a mark at one moment, one has it, and nobody else has paid.
class ManyBuyersHttpTest {

    private static final int BUYERS = 64;

    @Test
    void of_64_who_buy_one_mark_at_once_one_has_it_and_the_others_have_their_money() throws Exception {
        try (RunningService service = RunningService.start(Map.of());
                RunningService second = service.another(Map.of())) {
            String mark = Marks.neverIssued();
            List<Answer> answers = atOnce(IntStream.range(0, BUYERS)
                    .<Callable<Answer>>mapToObj(i -> () -> buy(i % 2 == 0 ? service : second, i, mark))
                    .toList());
            assertOneHasIt(service, mark, answers);
            assertOnlyOneHasPaid(service, second);
        }
    }

    @Test
    void a_mark_is_bought_or_registered_and_never_both() throws Exception {
        try (RunningService service = RunningService.start(Map.of())) {
            for (int round = 0; round < 4; round++) {
                String mark = Marks.neverIssued();
                List<Answer> answers = atOnce(IntStream.range(0, BUYERS)
                        .<Callable<Answer>>mapToObj(
                                i -> () -> i % 2 == 0 ? buy(service, i, mark) : register(service, mark))
                        .toList());
                assertOneHasIt(service, mark, answers);
            }
        }
    }

    @Test
    void marks_that_are_drawn_and_marks_that_are_bought_are_all_different() throws Exception {
        try (RunningService service = RunningService.start(Map.of("narrow.draws", "true"))) {
            List<String> wanted = IntStream.range(0, BUYERS)
                    .mapToObj(ManyBuyersHttpTest::drawable)
                    .toList();
            List<Callable<Answer>> all = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                int buyer = i;
                all.add(() -> buy(service, buyer, wanted.get(buyer)));
                all.add(() -> service.post("/v1/vehicles", Role.REGISTRAR, vehicle()));
            }
            List<Answer> answers = atOnce(all);
            List<String> bought = marksOf(service, "EntitlementBought");
            List<String> drawn = marksOf(service, "MarkIssued");
            assertThat(drawn).as("draws and purchases met").containsAnyElementsOf(wanted);
            assertThat(drawn).doesNotHaveDuplicates().doesNotContainAnyElementsOf(bought);
            assertThat(bought).doesNotHaveDuplicates();
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(bought.size() + drawn.size());
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> assertThat(answer.code()).isIn("MARK_NOT_AVAILABLE", "CONFLICT"));
        }
    }

    /// AA19 AAA to AA19 DDD: a quarter of what [uk.vehicleregister.command.NarrowDraws] draws from.
    private static String drawable(int n) {
        return "AA19" + "ABCD".charAt(n / 16) + "ABCD".charAt(n / 4 % 4) + "ABCD".charAt(n % 4);
    }

    private static List<String> marksOf(RunningService service, String type) {
        return service.log().after(-1, 10_000).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.stream().substring("mark-".length()))
                .toList();
    }

    private static Answer buy(RunningService at, int buyer, String mark) {
        return at.postAs(
                "/v1/entitlements",
                at.token("buyer-" + buyer, Role.CITIZEN),
                UUID.randomUUID().toString(),
                RunningService.JSON.writeValueAsString(purchase(mark, "tok_authorised")));
    }

    private static Answer register(RunningService at, String mark) {
        return at.post("/v1/vehicles", Role.REGISTRAR, with(vehicle(), "registrationMark", mark));
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    private static void assertOneHasIt(RunningService service, String mark, List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isIn("MARK_NOT_AVAILABLE", "CONFLICT"));
        assertThat(service.log().stream("mark-" + mark, 0)).hasSize(1);
    }

    /// One fee was taken, and the provider has let go of every other.
    private static void assertOnlyOneHasPaid(RunningService... services) {
        List<List<String>> stories = new ArrayList<>();
        for (RecordedEvent event : services[0].log().after(-1, 10_000)) {
            if (!event.type().equals("PaymentClaimed")) continue;
            stories.add(services[0].log().stream(event.stream(), 0).stream()
                    .map(RecordedEvent::type)
                    .toList());
        }
        assertThat(stories).as("they did race").hasSizeGreaterThan(1);
        List<String> paid = List.of("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
        assertThat(stories).containsOnlyOnce(paid);
        assertThat(stories)
                .filteredOn(story -> !story.equals(paid))
                .allSatisfy(story ->
                        assertThat(story).containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentReleased"));
    }
}
