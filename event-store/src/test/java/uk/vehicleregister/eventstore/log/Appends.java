package uk.vehicleregister.eventstore.log;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Appends to try the log with.
public final class Appends {

    private Appends() {}

    public static NewEvent event(String stream, long version) {
        return event(stream, version, "{\"n\":" + version + "}");
    }

    public static NewEvent event(String stream, long version, String payload) {
        return new NewEvent(UUID.randomUUID(), stream, version, "Noted", "1", payload, "{\"actor\":\"somebody\"}");
    }

    public static Append to(String stream, long version) {
        return Append.of(List.of(event(stream, version)));
    }

    /// `count` events of one stream.
    public static Append several(String stream, long firstVersion, int count) {
        return Append.of(IntStream.range(0, count)
                .mapToObj(i -> event(stream, firstVersion + i))
                .toList());
    }

    public static Append confirming(Map<String, Long> versions) {
        return new Append(List.of(), versions, null, List.of(), List.of());
    }

    public static Append with(Append append, NewReceipt receipt) {
        return new Append(append.events(), append.expectedVersions(), receipt, append.dataKeys(), append.attempts());
    }

    public static Append with(Append append, Attempt... attempts) {
        return new Append(
                append.events(), append.expectedVersions(), append.receipt(), append.dataKeys(), List.of(attempts));
    }

    public static Append reading(Append append, String stream, long version) {
        return new Append(
                append.events(), Map.of(stream, version), append.receipt(), append.dataKeys(), append.attempts());
    }
}
