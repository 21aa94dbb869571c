package uk.vehicleregister.query.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class TransactionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
    private final UUID transaction = UUID.randomUUID();

    @Test
    void what_is_recorded_is_done_for_its_applicant_and_for_registrars_and_unknown_to_others() {
        long position = applied(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        assertThat(state("citizen", position)).isEqualTo("DONE");
        long others = service.log.append(
                UUID.randomUUID(), TestVehicle.registeredOn("2011-03-01").registered(null));
        UUID foreign = UUID.randomUUID();
        long at = service.log.append(
                foreign, TestVehicle.registeredOn("2012-03-01").registered(null));
        assertThat(ask("citizen", at, foreign).status()).isEqualTo(404);
        assertThat(ask("registrar", at, foreign).json().get("state").asString()).isEqualTo("DONE");
        assertThat(others).isPositive();
    }

    @Test
    void an_application_under_review_ends_done_or_refused() {
        CaseOpened opened = opened(transaction);
        assertThat(state("citizen", applied(opened))).isEqualTo("UNDER_REVIEW");
        long accepted = applied(new CaseAccepted(opened.caseId(), "papers seen", DAY));
        assertThat(state("citizen", accepted)).isEqualTo("DONE");

        UUID other = UUID.randomUUID();
        CaseOpened second = opened(other);
        service.log.appendBy("citizen", service.pseudonym(), other, second);
        long refused = service.log.appendBy(
                "registrar", "registrar-1", UUID.randomUUID(), new CaseRefused(second.caseId(), "no", DAY));
        RunningService.Answer answer = ask("citizen", refused, other);
        assertThat(answer.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(answer.json().get("code").asString()).isEqualTo("CASE_REFUSED");
    }

    @Test
    void a_claimed_fee_leaves_it_unknown_until_the_provider_has_spoken() {
        assertThat(state("citizen", applied(claimed()))).isEqualTo("UNKNOWN");
        long declined = applied(new PaymentDeclined(payment(), DAY));
        RunningService.Answer answer = ask("citizen", declined, transaction);
        assertThat(answer.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(answer.json().get("code").asString()).isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void a_fee_that_is_declined_after_a_review_leaves_it_with_the_registrar() {
        applied(opened(transaction));
        applied(claimed());
        assertThat(state("citizen", applied(new PaymentDeclined(payment(), DAY))))
                .isEqualTo("UNDER_REVIEW");
    }

    /// One registrar accepts, and while the provider is asked another one refuses.
    @Test
    void a_fee_that_is_given_back_after_the_case_was_decided_changes_nothing() {
        CaseOpened opened = opened(transaction);
        applied(opened);
        applied(claimed());
        service.log.appendBy(
                "registrar", "registrar-1", UUID.randomUUID(), new CaseRefused(opened.caseId(), "no", DAY));
        long givenBack = applied(new PaymentCancelled(payment(), "CASE_DECIDED", DAY));

        RunningService.Answer answer = ask("citizen", givenBack, transaction);
        assertThat(answer.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(answer.json().get("code").asString()).isEqualTo("CASE_REFUSED");
    }

    @Test
    void a_fee_that_the_register_gives_up_by_itself_ends_the_application() {
        applied(claimed());
        long givenUp =
                service.log.appendAside(transaction, new PaymentCancelled(payment(), PaymentCancelled.ABANDONED, DAY));
        RunningService.Answer answer = ask("citizen", givenUp, transaction);
        assertThat(answer.json().get("state").asString()).isEqualTo("REFUSED");
        assertThat(answer.json().get("code").asString()).isEqualTo("PAYMENT_ABANDONED");
    }

    @Test
    void a_batch_is_taken_in_and_its_rows_tell_of_themselves() {
        UUID batch = UUID.randomUUID();
        assertThat(state("citizen", applied(new BatchSubmitted(batch, 3, service.pseudonym(), DAY))))
                .isEqualTo("DONE");
    }

    @Test
    void rows_of_a_bulk_load_are_no_applications() {
        long position = service.log.appendAside(transaction, vehicle.registered(null));
        assertThat(ask("registrar", position, transaction).status()).isEqualTo(404);
    }

    @Test
    void what_is_no_transaction_id_is_unknown() {
        for (String id : new String[] {"1", "..", "%00", UUID.randomUUID() + "x", "AB19CDE"}) {
            assertThat(service.get("/v1/transactions/" + id, "Authorization", "Bearer " + service.token("citizen"))
                            .status())
                    .as(id)
                    .isIn(400, 404);
        }
        assertThat(service.get("/v1/transactions/" + transaction).status()).isEqualTo(401);
        assertThat(service.get(
                                "/v1/transactions/" + transaction,
                                "Authorization",
                                "Bearer " + service.token("enquirer"))
                        .status())
                .isEqualTo(403);
    }

    private long applied(uk.vehicleregister.kernel.event.Fact... facts) {
        return service.log.appendBy("citizen", service.pseudonym(), transaction, facts);
    }

    private String payment() {
        return "payment-of-" + transaction;
    }

    private PaymentClaimed claimed() {
        return new PaymentClaimed(
                payment(),
                transaction,
                "fingerprint",
                "retentions",
                vehicle.mark(),
                FeePurpose.RETENTION,
                8000,
                DAY,
                null);
    }

    private CaseOpened opened(UUID id) {
        return new CaseOpened(
                UUID.randomUUID(),
                id,
                "retentions",
                RefusalCode.DIRECT_TO_PAPER,
                vehicle.id(),
                vehicle.mark(),
                service.log.seal("{}"),
                service.pseudonym(),
                "citizen",
                null,
                DAY);
    }

    private String state(String role, long position) {
        return ask(role, position, transaction).json().get("state").asString();
    }

    private RunningService.Answer ask(String role, long position, UUID id) {
        return service.get(
                "/v1/transactions/" + id,
                "Authorization",
                "Bearer " + service.token(role),
                "If-Position-At-Least",
                "" + position);
    }
}
