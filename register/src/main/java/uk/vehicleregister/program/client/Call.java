package uk.vehicleregister.program.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to a service: method, full address, headers, and a body that is written as JSON.
public record Call(
        String method,
        String address,
        Map<String, String> headers,
        @Nullable Object body) {

    public static Call get(String address) {
        return new Call("GET", address, Map.of(), null);
    }

    public static Call post(String address, Object body) {
        return new Call("POST", address, Map.of("Content-Type", "application/json"), body);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body);
    }

    public Call as(String bearerToken) {
        return with("Authorization", "Bearer " + bearerToken);
    }
}
