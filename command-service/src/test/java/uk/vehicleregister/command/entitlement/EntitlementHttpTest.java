package uk.vehicleregister.command.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.business;
import static uk.vehicleregister.command.Bodies.certificate;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.nomination;
import static uk.vehicleregister.command.Bodies.nominee;
import static uk.vehicleregister.command.Bodies.purchase;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Marks;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EventJson;

/// Whole lives of certificates, as their holders live them.
class EntitlementHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);
    private final String mark = Marks.neverIssued();

    @Test
    void a_mark_is_bought_a_nominee_named_and_the_nominees_vehicle_gets_it() {
        String key = UUID.randomUUID().toString();
        Answer bought = service.post("/v1/entitlements", Role.CITIZEN, key, purchase(mark, "tok_authorised"));
        assertThat(bought.status()).as(bought.body().toString()).isEqualTo(201);
        String first = bought.text("certificateNumber");
        assertThat(first).matches("1-[0-9]{5}-[0-9]{6}-" + mark);
        assertThat(bought.header("Register-Position")).isEqualTo(Long.toString(bought.position()));
        assertThat(service.post("/v1/entitlements", Role.CITIZEN, key, purchase(mark, "tok_authorised"))
                        .http()
                        .body())
                .isEqualTo(bought.http().body());

        Map<String, Object> nomination = nomination(mark, first, nominee());
        String otherKey = UUID.randomUUID().toString();
        Answer named = service.post("/v1/entitlement-nominations", Role.CITIZEN, otherKey, nomination);
        assertThat(service.post("/v1/entitlement-nominations", Role.CITIZEN, otherKey, nomination)
                        .http()
                        .body())
                .isEqualTo(named.http().body());
        assertThat(named.status()).as(named.body().toString()).isEqualTo(201);
        assertThat(named.text("expiresOn")).isEqualTo("2036-07-01");
        String second = named.text("certificateNumber");
        assertThat(second).isNotEqualTo(first);

        Vehicle nominees = register.registered();
        assertThat(assign(nominees, first).code())
                .as("the number of the certificate before is dead")
                .isEqualTo("CERTIFICATE_NOT_MATCHED");
        assertThat(assign(nominees, second).status()).isEqualTo(201);
        assertThat(types()).containsExactly("EntitlementBought", "NomineeNamed", "EntitlementUsed");
    }

    @Test
    void a_purchase_is_one_transaction_with_its_payment_and_names_nobody_in_clear() {
        Answer bought = service.post(
                "/v1/entitlements",
                Role.DEALER,
                with(purchase(mark, "tok_authorised"), "nominee", nominee("Featherstone Haugh")));
        List<RecordedEvent> events = service.log().transactionEndingAt(bought.position());
        assertThat(events).extracting(RecordedEvent::type).containsExactly("EntitlementBought", "PaymentAuthorised");
        assertThat(events.getFirst().payload()).doesNotContainIgnoringCase("Rees", "Featherstone", "Swansea");
        EntitlementBought fact = EventJson.read(events.getFirst().payload(), EntitlementBought.class);
        assertThat(fact.purchaser().details().keyId())
                .as("two people, two keys")
                .isNotEqualTo(fact.nominee().details().keyId())
                .isEqualTo(fact.certificate().sealed().keyId());
    }

    @Test
    void a_mark_on_a_vehicle_one_that_is_held_and_one_that_was_given_up_are_not_for_sale() {
        assertThat(buy(register.registered().mark()).code()).isEqualTo("MARK_NOT_AVAILABLE");
        String number = buy(mark).text("certificateNumber");
        assertThat(buy(mark).code()).isEqualTo("MARK_NOT_AVAILABLE");
        assertThat(surrender(number).status()).isEqualTo(201);
        assertThat(buy(mark).code()).isEqualTo("MARK_NOT_AVAILABLE");
        assertThat(buy("Q123 ABC").code()).isEqualTo("MARK_NOT_AVAILABLE");
        assertThat(buy("AB01 CDE").code()).isEqualTo("MARK_NOT_AVAILABLE");
    }

    @Test
    void a_bought_mark_is_not_given_to_a_vehicle_at_first_registration() {
        buy(mark);
        Answer registered = service.post("/v1/vehicles", Role.REGISTRAR, with(vehicle(), "registrationMark", mark));
        assertThat(registered.code()).isEqualTo("MARK_NOT_AVAILABLE");
    }

    @Test
    void a_declined_payment_leaves_the_mark_for_sale() {
        Answer declined = service.post("/v1/entitlements", Role.CITIZEN, purchase(mark, "tok_declined"));
        assertThat(declined.code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(types()).isEmpty();
        assertThat(buy(mark).status()).isEqualTo(201);
    }

    @Test
    void a_certificate_is_extended_before_it_expires_and_the_new_one_counts() {
        String first = buy(mark).text("certificateNumber");
        String key = UUID.randomUUID().toString();
        Answer extended = service.post("/v1/entitlement-extensions", Role.CITIZEN, key, certificate(mark, first));
        assertThat(service.post("/v1/entitlement-extensions", Role.CITIZEN, key, certificate(mark, first))
                        .http()
                        .body())
                .isEqualTo(extended.http().body());
        assertThat(extended.status()).as(extended.body().toString()).isEqualTo(201);
        assertThat(extended.text("expiresOn")).isEqualTo("2046-07-01");
        assertThat(extend(service, first).code()).isEqualTo("CERTIFICATE_NOT_MATCHED");
        try (RunningService lastDay = service.another(Map.of("register.today", "2046-07-01"));
                RunningService dayAfter = service.another(Map.of("register.today", "2046-07-02"))) {
            assertThat(extend(dayAfter, extended.text("certificateNumber")).code())
                    .isEqualTo("CERTIFICATE_EXPIRED");
            assertThat(extend(lastDay, extended.text("certificateNumber")).text("expiresOn"))
                    .isEqualTo("2056-07-01");
        }
    }

    @Test
    void a_retained_mark_is_given_up_for_eighty_pounds_and_is_void() {
        Vehicle from = register.registered();
        String number = service.post(
                        "/v1/retentions", Role.CITIZEN, retention(from.mark(), from.reference(), "tok_authorised"))
                .text("certificateNumber");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = certificate(from.mark(), number);
        Answer given = service.post("/v1/entitlement-surrenders", Role.CITIZEN, key, body);
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(given.body().get("refundPence").asInt()).isEqualTo(80_00);
        assertThat(given.text("certificateNumber")).isEqualTo(number);
        assertThat(given.text("expiresOn")).isEqualTo("2036-07-01");
        assertThat(service.post("/v1/entitlement-surrenders", Role.CITIZEN, key, body)
                        .http()
                        .body())
                .isEqualTo(given.http().body());
        assertThat(service.post("/v1/entitlement-surrenders", Role.CITIZEN, body)
                        .code())
                .as("with another key there is nothing left")
                .isEqualTo("CERTIFICATE_NOT_MATCHED");
        Vehicle to = register.registered();
        assertThat(service.post(
                                "/v1/assignments",
                                Role.CITIZEN,
                                assignment(to.mark(), to.reference(), number, from.mark()))
                        .code())
                .isEqualTo("CERTIFICATE_NOT_MATCHED");
    }

    @Test
    void an_expired_right_is_given_up_until_six_years_have_passed() {
        String number = buy(mark).text("certificateNumber");
        try (RunningService tooLate = service.another(Map.of("register.today", "2042-07-02"));
                RunningService inTime = service.another(Map.of("register.today", "2042-07-01"))) {
            assertThat(tooLate.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate(mark, number))
                            .code())
                    .isEqualTo("CERTIFICATE_EXPIRED");
            assertThat(inTime.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate(mark, number))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_bought_mark_is_used_late_against_the_fee() {
        String number = buy(mark).text("certificateNumber");
        Vehicle to = register.registered();
        Map<String, Object> free = assignment(to.mark(), to.reference(), number, mark);
        Map<String, Object> paid = with(free, "payment", map("token", "tok_authorised"));
        try (RunningService tooLate = service.another(Map.of("register.today", "2042-07-02"));
                RunningService late = service.another(Map.of("register.today", "2042-07-01"))) {
            assertThat(tooLate.post("/v1/assignments", Role.CITIZEN, paid).code())
                    .isEqualTo("CERTIFICATE_EXPIRED");
            assertThat(late.post("/v1/assignments", Role.CITIZEN, free).code()).isEqualTo("FEE_DUE");
            Answer assigned = late.post("/v1/assignments", Role.CITIZEN, paid);
            assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(201);
        }
        assertThat(service.log().stream("mark-" + mark, 0).getLast().payload()).contains("\"late\":true");
    }

    @Test
    void with_a_nominee_named_nobody_elses_vehicle_gets_the_mark_and_naming_its_keeper_helps() {
        String number =
                name(buy(mark).text("certificateNumber"), nominee("Megan Rees")).text("certificateNumber");
        Vehicle somebodys = register.registered();
        assertThat(assign(somebodys, number).code()).isEqualTo("NOT_GRANTEE_OR_NOMINEE");
        String renamed = name(number, map("name", "Gwenllian Prosser-Hughes")).text("certificateNumber");
        assertThat(assign(somebodys, renamed).status()).isEqualTo(201);
    }

    @Test
    void a_nominee_of_the_same_name_who_lives_elsewhere_is_somebody_else() {
        Map<String, Object> elsewhere =
                map("lines", List.of("9 Market Street"), "postTown", "Cardiff", "postcode", "CF10 4PZ");
        String number = name(buy(mark).text("certificateNumber"), with(nominee(), "address", elsewhere))
                .text("certificateNumber");
        assertThat(assign(register.registered(), number).code()).isEqualTo("NOT_GRANTEE_OR_NOMINEE");
    }

    @Test
    void the_holder_may_use_the_mark_beside_the_nominee() {
        Vehicle from = register.registered();
        String retained = service.post(
                        "/v1/retentions", Role.CITIZEN, retention(from.mark(), from.reference(), "tok_authorised"))
                .text("certificateNumber");
        String number = service.post(
                        "/v1/entitlement-nominations",
                        Role.CITIZEN,
                        nomination(from.mark(), retained, nominee("Megan Rees")))
                .text("certificateNumber");
        Vehicle business = register.registered(with(vehicle(), "keeper", business()));
        assertThat(service.post(
                                "/v1/assignments",
                                Role.CITIZEN,
                                assignment(business.mark(), business.reference(), number, from.mark()))
                        .code())
                .isEqualTo("NOT_GRANTEE_OR_NOMINEE");
        Vehicle grantees = register.registered();
        assertThat(service.post(
                                "/v1/assignments",
                                Role.CITIZEN,
                                assignment(grantees.mark(), grantees.reference(), number, from.mark()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void three_wrong_numbers_lock_the_mark_for_every_use_of_its_certificate() {
        String number = buy(mark).text("certificateNumber");
        String wrong = "1-00000-000000-" + mark;
        assertThat(extend(service, wrong).code()).isEqualTo("CERTIFICATE_NOT_MATCHED");
        assertThat(surrender(wrong).code()).isEqualTo("CERTIFICATE_NOT_MATCHED");
        assertThat(name(wrong, nominee()).code()).isEqualTo("CERTIFICATE_NOT_MATCHED");
        assertThat(surrender(number).status()).isEqualTo(423);
        assertThat(name(number, nominee()).status()).isEqualTo(423);
        assertThat(extend(service, number).status()).isEqualTo(423);
        assertThat(assign(register.registered(), number).status()).isEqualTo(423);
        assertThat(types()).containsExactly("EntitlementBought");
    }

    @Test
    void two_wrong_numbers_and_a_right_one_begin_the_count_anew() {
        String number = buy(mark).text("certificateNumber");
        String wrong = "1-00000-000000-" + mark;
        extend(service, wrong);
        extend(service, wrong);
        String next = extend(service, number).text("certificateNumber");
        extend(service, wrong);
        extend(service, wrong);
        assertThat(extend(service, next).status()).isEqualTo(201);
    }

    @Test
    void an_unknown_mark_is_answered_and_locked_like_a_wrong_number() {
        buy(mark);
        String unknown = Marks.neverIssued();
        String known = "1-00000-000000-" + mark;
        Answer wrong = surrender(known);
        for (int i = 0; i < 3; i++) {
            Answer absent = service.post(
                    "/v1/entitlement-surrenders", Role.CITIZEN, certificate(unknown, "1-00000-000000-" + unknown));
            assertThat(absent.body()).isEqualTo(wrong.body());
        }
        assertThat(service.post(
                                "/v1/entitlement-surrenders",
                                Role.CITIZEN,
                                certificate(unknown, "1-00000-000000-" + unknown))
                        .status())
                .isEqualTo(423);
    }

    @Test
    void the_number_of_another_marks_certificate_does_not_match() {
        String other = Marks.neverIssued();
        String number = buy(other).text("certificateNumber");
        buy(mark);
        assertThat(surrender(number).code()).isEqualTo("CERTIFICATE_NOT_MATCHED");
    }

    @Test
    void a_right_whose_holder_was_erased_can_still_be_extended() throws SQLException {
        Answer bought = buy(mark);
        EntitlementBought fact = EventJson.read(
                service.log().transactionEndingAt(bought.position()).getFirst().payload(), EntitlementBought.class);
        try (Connection owner = service.database().owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute(
                    "select log.erase_data_key('" + fact.purchaser().details().keyId() + "')");
        }
        Answer extended = extend(service, bought.text("certificateNumber"));
        assertThat(extended.status()).as(extended.body().toString()).isEqualTo(201);
        assertThat(extended.text("certificateNumber")).isNotEmpty();
    }

    private Answer buy(String wanted) {
        return service.post("/v1/entitlements", Role.CITIZEN, purchase(wanted, "tok_authorised"));
    }

    private Answer name(String number, Map<String, Object> nominee) {
        return service.post("/v1/entitlement-nominations", Role.CITIZEN, nomination(mark, number, nominee));
    }

    private Answer extend(RunningService at, String number) {
        return at.post("/v1/entitlement-extensions", Role.CITIZEN, certificate(mark, number));
    }

    private Answer surrender(String number) {
        return service.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate(mark, number));
    }

    private Answer assign(Vehicle to, String number) {
        return service.post("/v1/assignments", Role.CITIZEN, assignment(to.mark(), to.reference(), number, mark));
    }

    private List<String> types() {
        return service.log().stream("mark-" + mark, 0).stream()
                .map(RecordedEvent::type)
                .toList();
    }
}
