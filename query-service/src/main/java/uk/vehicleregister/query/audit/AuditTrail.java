package uk.vehicleregister.query.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;

/// Reads streams from the log, which is the audit trail: there is no copy of it.
@Component
public class AuditTrail {

    /// An event with the fact it holds.
    public record Entry(RecordedEvent event, Fact fact) {}

    /// Which of these keys were destroyed.
    @FunctionalInterface
    public interface Erased {
        Set<UUID> among(Set<UUID> keys);
    }

    private record Metadata(
            UUID transactionId,
            String role,
            String actor,
            AuditedEvent.@Nullable OnBehalfOf onBehalfOf,
            @Nullable String reviewedBy) {}

    /// Like the log's own JSON, but sealed texts and the digests of credentials stay inside.
    private static final JsonMapper MASKED = EventJson.mapper()
            .rebuild()
            .addModule(new SimpleModule("masked")
                    .addSerializer(Sealed.class, new Mask<>(Sealed::keyId))
                    .addSerializer(
                            Credential.class,
                            new Mask<>(credential -> credential.sealed().keyId())))
            .build();

    private static final String SEALED_UNDER = "sealedUnder";

    private final EventLogReader log;
    private final Vault vault;

    AuditTrail(EventLogReader log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    /// The event at that position; empty where the log has none.
    public Optional<Entry> at(long position) {
        return log.after(position - 1, 1).stream()
                .findFirst()
                .filter(event -> event.position() == position)
                .map(AuditTrail::entry);
    }

    /// An event with the fact it holds. Throws where it is none that this program can read.
    public static Entry entry(RecordedEvent event) {
        return new Entry(event, EventJson.readFact(event.type(), event.revision(), event.payload()));
    }

    /// The facts that were recorded in one append with the event at that position, from it on.
    public List<Fact> togetherFrom(long position) {
        List<Fact> together = new ArrayList<>();
        // A page is whole transactions, and the first one is that of this event.
        for (RecordedEvent event : log.after(position - 1, 1)) {
            together.add(EventJson.readFact(event.type(), event.revision(), event.payload()));
            if (event.endsTransaction()) break;
        }
        return List.copyOf(together);
    }

    public UUID transactionOf(Entry entry) {
        return EventJson.read(entry.event().metadata(), Metadata.class).transactionId();
    }

    /// The stream's events up to that position, in order.
    public List<Entry> upTo(long position, String stream) {
        return entries(log.stream(stream, 0), position);
    }

    /// The same of many streams, in one question to the database.
    public Map<String, List<Entry>> upTo(long position, Collection<String> streams) {
        Map<String, List<Entry>> entries = new HashMap<>();
        log.streams(streams).forEach((stream, events) -> entries.put(stream, entries(events, position)));
        return entries;
    }

    private static List<Entry> entries(List<RecordedEvent> events, long position) {
        return events.stream()
                .filter(event -> event.position() <= position)
                .map(AuditTrail::entry)
                .toList();
    }

    /// What is sealed under a key that was destroyed is shown as erased. An absent key is a fault.
    public List<AuditedEvent> show(List<Entry> entries) {
        return show(entries, vault::erased);
    }

    /// The same, for who knows otherwise which keys were destroyed.
    public static List<AuditedEvent> show(List<Entry> entries, Erased erasures) {
        List<AuditedEvent> shown = entries.stream().map(AuditTrail::masked).toList();
        List<ObjectNode> sealed = shown.stream()
                .flatMap(event -> event.data().findParents(SEALED_UNDER).stream())
                .map(ObjectNode.class::cast)
                .toList();
        Set<UUID> erased = erasures.among(sealed.stream().map(AuditTrail::keyIn).collect(Collectors.toSet()));
        for (ObjectNode text : sealed) if (erased.contains(keyIn(text))) text.put("erased", true);
        return shown;
    }

    /// Which keys are destroyed, as the vault knows.
    public Erased erased() {
        return vault::erased;
    }

    private static UUID keyIn(ObjectNode sealed) {
        return UUID.fromString(sealed.get(SEALED_UNDER).asString());
    }

    private static AuditedEvent masked(Entry entry) {
        RecordedEvent event = entry.event();
        Metadata metadata = EventJson.read(event.metadata(), Metadata.class);
        return new AuditedEvent(
                event.position(),
                event.type(),
                entry.fact().effectiveOn(),
                event.recordedAt(),
                new AuditedEvent.Actor(metadata.role(), metadata.actor()),
                metadata.onBehalfOf(),
                metadata.reviewedBy(),
                metadata.transactionId(),
                MASKED.valueToTree(entry.fact()));
    }

    private interface KeyOf<T> {
        UUID of(T value);
    }

    private static final class Mask<T> extends ValueSerializer<T> {

        private final KeyOf<T> key;

        Mask(KeyOf<T> key) {
            this.key = key;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(SEALED_UNDER, key.of(value).toString());
            json.writeEndObject();
        }
    }
}
