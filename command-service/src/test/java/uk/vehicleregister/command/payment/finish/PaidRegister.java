package uk.vehicleregister.command.payment.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Hosted;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.PaymentFact;

/// A register that takes its fees over GOV.UK Pay, and what can be seen of one payment from outside.
final class PaidRegister implements AutoCloseable {

    static final int FEE = 80_00;

    /// Long enough that nothing happens by itself.
    static final String NEVER = "1d";

    static final String SOON = "50ms";

    final GovukPayStub stub = new GovukPayStub();
    final RunningService service;
    final Register register;

    PaidRegister(String patience, String headStart) {
        service = RunningService.start(settings(patience, headStart, "nowhere"));
        register = new Register(service);
    }

    /// A second instance, or the one that starts after a crash.
    RunningService another(String patience, String headStart) {
        return service.another(settings(patience, headStart, "nowhere"));
    }

    /// One that dies at this step from its start on.
    RunningService anotherThatDies(String patience, String headStart, CrashingPayments.Step step) {
        return service.another(settings(patience, headStart, step.words()));
    }

    private Map<String, Object> settings(String patience, String headStart, String crash) {
        return new HashMap<>(Map.of(
                "register.payments",
                "govuk-pay",
                "register.payments.govuk-pay.url",
                stub.url().toString(),
                "register.payments.govuk-pay.api-key",
                GovukPayStub.KEY,
                "register.payments.govuk-pay.timeout",
                "2s",
                "register.payments.patience",
                patience,
                "register.payments.head-start",
                headStart,
                "register.processes.tick",
                "50ms",
                "test.crashing-payments",
                crash));
    }

    void dieAt(CrashingPayments.Step step) {
        service.bean(CrashingPayments.class).dieAt(step);
    }

    static Answer retain(RunningService at, Vehicle vehicle, Hosted hosted, String key) {
        return at.post(
                "/v1/retentions", Role.CITIZEN, key, Bodies.retention(vehicle.mark(), vehicle.reference(), hosted.id));
    }

    boolean isRetained(Vehicle vehicle) {
        return register.typesOf(vehicle.id()).contains("MarkRetained");
    }

    /// Of all payments in the log, in its order; tests of one payment have a register of their own.
    List<String> paymentEvents() {
        return paymentEventsWhole().stream().map(RecordedEvent::type).toList();
    }

    private List<RecordedEvent> paymentEventsWhole() {
        return service.log().after(EventLogReader.BEFORE_FIRST, 10_000).stream()
                .filter(event -> event.stream().startsWith(PaymentFact.streamOf("")))
                .filter(event -> !event.stream().startsWith(PaymentFact.streamOf("token-")))
                .toList();
    }

    /// Of the only payment there is.
    String paymentId() {
        return paymentEventsWhole().getFirst().stream()
                .substring(PaymentFact.streamOf("").length());
    }

    void awaitLast(String type) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(paymentEvents()).endsWith(type));
    }

    @Override
    public void close() {
        service.close();
        stub.close();
    }
}
