package uk.vehicleregister.program.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which events of the log are wanted. Asked of the register in a body, never in an address.
///
/// @param words what it is, for the manifest and for people
/// @param question the fields of the request
record Selection(String words, Map<String, Object> question) {

    static Selection vehicle(String vehicleId) {
        return new Selection("vehicle " + vehicleId, Map.of("vehicleId", vehicleId));
    }

    static Selection mark(String mark) {
        return new Selection("mark " + mark, Map.of("registrationMark", mark));
    }

    /// One end may be open.
    static Selection recorded(@Nullable Instant from, @Nullable Instant before) {
        Map<String, Object> question = new LinkedHashMap<>();
        if (from != null) question.put("recordedFrom", from.toString());
        if (before != null) question.put("recordedBefore", before.toString());
        String words = (from == null ? "" : " from " + from) + (before == null ? "" : " before " + before);
        return new Selection("recorded" + words, question);
    }

    Map<String, Object> questionFrom(long position) {
        Map<String, Object> all = new LinkedHashMap<>(question);
        all.put("from", position);
        return all;
    }
}
