package uk.vehicleregister.eventstore.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import uk.vehicleregister.eventstore.vault.WrappedKey;

/// A batch laid out as the arrays that `log.append` takes: the parts of all items one behind the other.
final class BatchArrays {

    private final int[] eventsTo, expectedTo, keysTo, attemptsTo;

    private final boolean[] ends;
    private final UUID[] eventIds;
    private final String[] streams, types, revisions, payloads, metadata;
    private final long[] versions;

    private final String[] expectedStreams;
    private final long[] expectedVersions;

    private final int[] receiptItems;
    private final byte[][] receiptKeys, fingerprints;
    private final String[] outcomes;

    private final UUID[] keyIds;
    private final int[] intermediates;
    private final byte[][] wrapped;

    private final String[] counters, effects;
    private final int[] limits;
    private final long[] windows, locks;

    BatchArrays(List<Append> items) {
        int size = items.size();
        eventsTo = new int[size];
        expectedTo = new int[size];
        keysTo = new int[size];
        attemptsTo = new int[size];
        int events = 0, expected = 0, receipts = 0, keys = 0, attempts = 0;
        for (int i = 0; i < size; i++) {
            Append item = items.get(i);
            eventsTo[i] = events += item.events().size();
            expectedTo[i] = expected += item.expectedVersions().size();
            keysTo[i] = keys += item.dataKeys().size();
            attemptsTo[i] = attempts += item.attempts().size();
            if (item.receipt() != null) receipts++;
        }
        ends = new boolean[events];
        eventIds = new UUID[events];
        streams = new String[events];
        types = new String[events];
        revisions = new String[events];
        payloads = new String[events];
        metadata = new String[events];
        versions = new long[events];
        expectedStreams = new String[expected];
        expectedVersions = new long[expected];
        receiptItems = new int[receipts];
        receiptKeys = new byte[receipts][];
        fingerprints = new byte[receipts][];
        outcomes = new String[receipts];
        keyIds = new UUID[keys];
        intermediates = new int[keys];
        wrapped = new byte[keys][];
        counters = new String[attempts];
        effects = new String[attempts];
        limits = new int[attempts];
        windows = new long[attempts];
        locks = new long[attempts];
        fill(items);
    }

    private void fill(List<Append> items) {
        int e = 0, x = 0, r = 0, k = 0, a = 0;
        for (int i = 0; i < items.size(); i++) {
            Append item = items.get(i);
            for (NewEvent event : item.events()) {
                eventIds[e] = event.eventId();
                streams[e] = event.stream();
                versions[e] = event.version();
                types[e] = event.type();
                revisions[e] = event.revision();
                payloads[e] = event.payload();
                metadata[e++] = event.metadata();
            }
            if (!item.events().isEmpty()) ends[e - 1] = true;
            for (Map.Entry<String, Long> read : item.expectedVersions().entrySet()) {
                expectedStreams[x] = read.getKey();
                expectedVersions[x++] = read.getValue();
            }
            NewReceipt receipt = item.receipt();
            if (receipt != null) {
                receiptItems[r] = i + 1;
                receiptKeys[r] = receipt.key();
                fingerprints[r] = receipt.fingerprint();
                outcomes[r++] = receipt.outcome();
            }
            for (WrappedKey key : item.dataKeys()) {
                keyIds[k] = key.keyId();
                intermediates[k] = key.intermediateId();
                wrapped[k++] = key.wrapped();
            }
            for (Attempt attempt : item.attempts()) {
                counters[a] = attempt.counter();
                effects[a] = attempt.effect().name().toUpperCase(Locale.ROOT);
                limits[a] = attempt.rule().limit();
                windows[a] = attempt.rule().window().toMillis();
                locks[a++] = attempt.rule().lock().toMillis();
            }
        }
    }

    /// In the order of the function's parameters.
    void bind(PreparedStatement statement, boolean oneByOne) throws SQLException {
        ArrayBinder to = new ArrayBinder(statement);
        statement.setBoolean(to.next(), oneByOne);
        statement.setInt(to.next(), eventsTo.length);
        to.array("int4", eventsTo).array("bool", ends).array("uuid", eventIds).array("text", streams);
        to.array("int8", versions).array("text", types).array("text", revisions);
        to.array("text", payloads).array("text", metadata);
        to.array("int4", expectedTo).array("text", expectedStreams).array("int8", expectedVersions);
        to.array("int4", receiptItems).array("bytea", receiptKeys);
        to.array("bytea", fingerprints).array("text", outcomes);
        to.array("int4", keysTo)
                .array("uuid", keyIds)
                .array("int4", intermediates)
                .array("bytea", wrapped);
        to.array("int4", attemptsTo).array("text", counters).array("int4", limits);
        to.array("int8", windows).array("int8", locks).array("text", effects);
    }
}
