package uk.vehicleregister.query.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.mail.post.Attachment;
import uk.vehicleregister.query.mail.post.Postbox;

/// A running service, and rounds to the postbox made by hand on a clock of the test's own.
final class MailOffice implements AutoCloseable {

    static final byte[] PDF = "%PDF-1.7 made up".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    final RunningService service;
    final MovableClock clock = new MovableClock();
    final HandMadePostbox postbox = new HandMadePostbox();

    MailOffice(Map<String, Object> settings) {
        service = RunningService.with(settings);
    }

    MailOffice() {
        this(Map.of());
    }

    Round round(Postbox to) {
        return new Round(
                service.bean(Outbox.class),
                service.bean(Stories.class),
                service.bean(Texts.class),
                service.bean(Vault.class),
                position -> java.util.Optional.of(new Attachment("eV948-" + position + ".pdf", PDF)),
                to,
                clock);
    }

    /// One round over everything the log holds by now.
    int send() {
        return send(postbox);
    }

    int send(Postbox to) {
        caughtUp();
        return round(to).make(1000);
    }

    void caughtUp() {
        String position = "" + service.log.lastPosition();
        if (service.get("/v1/log/position", "If-Position-At-Least", position).status() != 200)
            throw new AssertionError("the outbox does not follow the log");
    }

    UUID disposed(TestVehicle vehicle, @Nullable String sellerEmail, @Nullable String traderEmail) {
        UUID transaction = UUID.randomUUID();
        service.log.append(transaction, disposal(vehicle, sellerEmail, traderEmail));
        return transaction;
    }

    DisposedToTrade disposal(TestVehicle vehicle, @Nullable String sellerEmail, @Nullable String traderEmail) {
        return new DisposedToTrade(
                vehicle.id(),
                vehicle.mark(),
                trader(traderEmail),
                LocalDate.parse("2020-06-01"),
                null,
                sellerEmail == null ? null : service.log.seal(sellerEmail),
                List.of());
    }

    /// Registered and so far nobody's business.
    TestVehicle vehicle() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        return vehicle;
    }

    SealedParty trader(@Nullable String email) {
        return new SealedParty(service.log.seal(json("name", "TRADER", email)));
    }

    SealedKeeper keeper(@Nullable String email) {
        Sealed details = service.log.seal(json("type", "PERSON", email));
        return new SealedKeeper(KeeperType.PERSON, details, details);
    }

    private static String json(String field, String value, @Nullable String email) {
        return email == null
                ? "{\"%s\":\"%s\"}".formatted(field, value)
                : "{\"%s\":\"%s\",\"email\":\"%s\"}".formatted(field, value, email);
    }

    JsonNode outbox(UUID transaction) {
        return service.postAs(
                        "operator",
                        service.log.lastPosition(),
                        "/v1/outbox/search",
                        "{\"transactionId\":\"" + transaction + "\"}")
                .json()
                .get("mails");
    }

    String state(UUID transaction, Recipient recipient) {
        return of(transaction, recipient).get("state").asString();
    }

    JsonNode of(UUID transaction, Recipient recipient) {
        return outbox(transaction)
                .valueStream()
                .filter(mail -> mail.get("recipient").asString().equals(recipient.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mail is owed to " + recipient));
    }

    JdbcTemplate database() {
        return new JdbcTemplate(service.database.query());
    }

    @Override
    public void close() {
        service.close();
    }
}
