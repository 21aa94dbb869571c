package uk.vehicleregister.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.eventstore.vault.WrappedKey;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;

/// Writes facts to the log as the command service does: one append a transaction, personal data sealed.
public final class TestLog implements AutoCloseable {

    private final EventLogWriter writer;
    private final EventLogReader reader;
    private final Vault vault;
    private final Pseudonyms pseudonyms;
    private final List<WrappedKey> keys = new ArrayList<>();

    public TestLog(TestDatabase database, Path keyDirectory) {
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
        LocalKeys local = LocalKeys.open(keyDirectory, true);
        vault = new Vault(database.command(), local.keyService());
        pseudonyms = new Pseudonyms(local.pseudonyms());
    }

    /// Answers the position of the last event.
    public long append(Fact... facts) {
        return append(UUID.randomUUID(), facts);
    }

    public long append(UUID transaction, Fact... facts) {
        return appendBy("citizen", "pseudonym-1", transaction, facts);
    }

    /// The same, by somebody else.
    public long appendBy(String role, String actor, UUID transaction, Fact... facts) {
        return append(EventJson.write(new Metadata(transaction, role, actor)), facts);
    }

    /// What the command side notes of no single request.
    public long appendAside(UUID transaction, Fact... facts) {
        return append(EventJson.write(new Aside(transaction, "citizen", "pseudonym-1", true)), facts);
    }

    /// In that role, by nobody in particular.
    public long appendIn(String role, UUID transaction, Fact... facts) {
        return appendBy(role, "pseudonym-1", transaction, facts);
    }

    /// Done by that account in that role.
    public long appendAs(String role, String account, Fact... facts) {
        return appendBy(role, account, UUID.randomUUID(), facts);
    }

    public long append(String metadata, Fact... facts) {
        Map<String, Long> versions = new HashMap<>(
                reader.versions(java.util.Arrays.stream(facts).map(Fact::stream).toList()));
        List<NewEvent> events = new ArrayList<>();
        for (Fact fact : facts)
            events.add(new NewEvent(
                    UUID.randomUUID(),
                    fact.stream(),
                    versions.merge(fact.stream(), 1L, Long::sum),
                    EventCatalogue.nameOf(fact.getClass()),
                    EventCatalogue.revisionOf(fact.getClass()),
                    EventJson.write(fact),
                    metadata));
        return appended(new Append(events, Map.of(), null, keys, List.of()));
    }

    /// An event of a type nobody knows.
    public long appendUnreadable() {
        return appendText("vehicle-" + UUID.randomUUID(), "FromAnotherWorld", "1", "{}");
    }

    /// The first event of a stream, letter for letter, as another version of the program would have written it.
    public long appendText(String stream, String type, String revision, String payload) {
        UUID id = UUID.randomUUID();
        String metadata = EventJson.write(new Metadata(id, "citizen", "pseudonym-1"));
        return appended(Append.of(List.of(new NewEvent(id, stream, 0, type, revision, payload, metadata))));
    }

    /// What the log knows an account of the test's issuer by.
    public String pseudonym(String issuer, String subject) {
        return pseudonyms.of(issuer, subject);
    }

    /// Several transactions at once, for figures.
    public long lastPosition() {
        return reader.lastPosition();
    }

    public EventLogWriter writer() {
        return writer;
    }

    public Sealed seal(String plain) {
        DataKey key = vault.newKey();
        keys.add(vault.wrap(key));
        return new Sealed(key.seal(plain));
    }

    public Credential credential(String number) {
        return new Credential("digest-of-nothing", seal(number));
    }

    private long appended(Append append) {
        AppendOutcome outcome = writer.append(append);
        keys.clear();
        if (outcome instanceof AppendOutcome.Appended(long position, var _)) return position;
        throw new AssertionError("not appended: " + outcome);
    }

    @Override
    public void close() {
        writer.close();
    }

    record Metadata(UUID transactionId, String role, String actor) {}

    record Aside(UUID transactionId, String role, String actor, boolean aside) {}
}
