package uk.vehicleregister.program.invariants.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.Fact;

/// A command as it is sent.
///
/// @param effect the one kind of fact it is about
/// @param sender the account it must come from; null: whoever sends the rest
public record Request(
        String path,
        Role role,
        Class<? extends Fact> effect,
        Map<String, Object> body,
        @Nullable String sender) {

    static Request of(String command, Role role, Class<? extends Fact> effect, Object... namesAndValues) {
        return new Request("/v1/" + command, role, effect, Made.map(namesAndValues), null);
    }

    public String text(String field) {
        return String.valueOf(body.getOrDefault(field, ""));
    }

    /// An object inside the body, as if it had been sent alone.
    Request inner(String object) {
        Map<String, Object> inner = new LinkedHashMap<>();
        ((Map<?, ?>) body.get(object)).forEach((name, value) -> inner.put(String.valueOf(name), value));
        return new Request(path, role, effect, inner, sender);
    }

    Request with(Map<?, ?> fields) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        fields.forEach((name, value) -> more.put(String.valueOf(name), value));
        return new Request(path, role, effect, more, sender);
    }

    public String command() {
        return path.substring("/v1/".length());
    }

    /// Whether an authority stands in the place of the document reference.
    public boolean isByAuthority() {
        return body.containsKey("authorityId") && body.size() > 1;
    }

    Request without(String field) {
        Map<String, Object> less = new LinkedHashMap<>(body);
        less.remove(field);
        return new Request(path, role, effect, less, sender);
    }

    Request as(Role other, String account) {
        return new Request(path, other, effect, body, account);
    }

    public String senderOr(String somebody) {
        return sender == null ? somebody : sender;
    }

    boolean says(String field) {
        return Boolean.TRUE.equals(body.get(field));
    }

    Request with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(field, value);
        return new Request(path, role, effect, more, sender);
    }

    /// In order, and another request: to be sent under a key that is taken.
    public Request altered() {
        if (body.containsKey("vin")) return with("colour", "PINK");
        if (body.containsKey("items")) return with("items", List.of(Map.of("command", "sell")));
        if (body.containsKey("authorityId") && !isByAuthority())
            return with("authorityId", UUID.randomUUID().toString());
        if (body.containsKey("registrationMark")) return with("registrationMark", "AB51CDE");
        return body.containsKey("reason") ? with("reason", "another") : with("keeperPostcode", "LL55 1AB");
    }

    /// The body may be long; the path and what it is about are enough to read a failed run.
    @Override
    public String toString() {
        return path + body;
    }
}
