package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.sealing.Sealed;

/// What was sent is kept until it is worked or decided, and no longer.
class ForgottenApplicationsHttpTest {

    @Test
    void the_rows_of_an_ended_batch_and_a_decided_application_are_forgotten() {
        try (RunningService service = RunningService.start(Map.of("register.applications.forget-after", "0s"))) {
            Register register = new Register(service);
            Vehicle sold = register.registered();
            Batches dealer = new Batches(service, "dealer");
            String batch = dealer.submitted(List.of(Batches.row("disposals", disposal(sold.mark(), sold.reference()))));
            assertThat(dealer.ended(batch)).hasSize(1);
            Sealed rows = EventJson.read(
                            service.log().stream("batch-" + batch + "-rows", 0)
                                    .getFirst()
                                    .payload(),
                            BatchRowsReceived.class)
                    .items();
            forgotten(service, rows);

            Vehicle kept = register.registered();
            service.post("/v1/markers", Role.REGISTRAR, marker(kept.mark(), "DIRECT_TO_PAPER", "SET"));
            Answer waiting = service.post(
                    "/v1/retentions", Role.CITIZEN, retention(kept.mark(), kept.reference(), "tok_authorised"));
            CaseOpened opened = EventJson.read(
                    service.log()
                            .transactionEndingAt(waiting.position())
                            .getFirst()
                            .payload(),
                    CaseOpened.class);
            assertThat(service.vault().open(opened.request().text()))
                    .as("while it waits")
                    .isInstanceOf(Opened.Plain.class);
            decide(service, opened, "REFUSE");
            forgotten(service, opened.request());
            assertThat(decide(service, opened, "ACCEPT").code()).isEqualTo("CASE_DECIDED");
            assertThat(service.keys().erasures().all())
                    .as("a restored register works them again")
                    .isEmpty();
        }
    }

    private static Answer decide(RunningService service, CaseOpened opened, String decision) {
        return service.post(
                "/v1/case-decisions",
                Role.REGISTRAR,
                map("caseId", opened.caseId().toString(), "decision", decision, "reason", "case 17"));
    }

    private static void forgotten(RunningService service, Sealed sealed) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(service.vault().open(sealed.text())).isEqualTo(new Opened.Erased()));
    }
}
