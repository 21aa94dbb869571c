package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;

/// The log, read.
public record History(List<Entry> entries) {

    /// @param aside noted by the register itself beside a request
    public record Entry(long position, UUID transactionId, boolean endsAppend, boolean aside, Fact fact) {}

    /// What was recorded together, under the position of its last event.
    public record Append(long position, UUID transactionId, List<Fact> facts) {

        public long count(Class<? extends Fact> kind) {
            return facts.stream().filter(kind::isInstance).count();
        }
    }

    public static Entry entry(RecordedEvent event) {
        JsonNode metadata = EventJson.mapper().readTree(event.metadata());
        return new Entry(
                event.position(),
                UUID.fromString(metadata.path("transactionId").asString()),
                event.endsTransaction(),
                metadata.path("aside").asBoolean(false),
                EventJson.readFact(event.type(), event.revision(), event.payload()));
    }

    public <F extends Fact> Stream<F> facts(Class<F> kind) {
        return entries.stream().map(Entry::fact).filter(kind::isInstance).map(kind::cast);
    }

    public List<Append> appends() {
        List<Append> appends = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Entry entry : entries) {
            facts.add(entry.fact());
            if (entry.endsAppend()) {
                appends.add(new Append(entry.position(), entry.transactionId(), List.copyOf(facts)));
                facts.clear();
            }
        }
        return appends;
    }

    public History after(long position) {
        return new History(
                entries.stream().filter(entry -> entry.position() > position).toList());
    }
}
