package uk.vehicleregister.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.field.Parsed;

/// The text fields of a request body, read strictly: a number is no text, an unknown field is a fault, and all
/// faults are told at once in the order of the fields (contract.md).
public final class Fields {

    private static final String WHOLE_BODY = "";

    private final JsonNode body;
    private final List<FieldFault> faults = new ArrayList<>();
    private final Set<String> known;

    private Fields(JsonNode body, Set<String> known) {
        this.body = body;
        this.known = known;
    }

    public static Fields of(JsonNode body, String... known) {
        Fields fields = new Fields(body, Set.of(known));
        if (!body.isObject())
            throw new InvalidRequestException(
                    List.of(new FieldFault(WHOLE_BODY, "MALFORMED", "must be a JSON object")));
        return fields;
    }

    public <T> Optional<T> optional(String field, Function<String, Parsed<T>> rule) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) return Optional.empty();
        if (!value.isString()) return fault(field, "WRONG_TYPE", "must be a text");
        return switch (rule.apply(value.stringValue())) {
            case Parsed.Valid<T> valid -> Optional.of(valid.value());
            case Parsed.Faulty<T> faulty -> fault(field, faulty.code(), faulty.message());
        };
    }

    public <T> Optional<T> required(String field, Function<String, Parsed<T>> rule) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) return fault(field, "REQUIRED", "is required");
        return optional(field, rule);
    }

    /// A whole number from `least` to `most`.
    public Optional<Long> optionalWhole(String field, long least, long most) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) return Optional.empty();
        if (!value.isIntegralNumber()) return fault(field, "WRONG_TYPE", "must be a whole number");
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most)
            return fault(field, "OUT_OF_RANGE", "must be from " + least + " to " + most);
        return Optional.of(value.longValue());
    }

    /// True or false; absent is false.
    public boolean isTrue(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) return false;
        if (!value.isBoolean()) fault(field, "WRONG_TYPE", "must be true or false");
        return value.asBoolean(false);
    }

    public Optional<Long> requiredWhole(String field, long least, long most) {
        if (!body.hasNonNull(field)) return fault(field, "REQUIRED", "is required");
        return optionalWhole(field, least, most);
    }

    /// A word of the enum.
    public <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> words) {
        return optional(field, text -> {
            for (E word : words.getEnumConstants()) if (word.name().equals(text)) return Parsed.valid(word);
            return new Parsed.Faulty<>("NOT_A_KNOWN_WORD", "must be one of " + List.of(words.getEnumConstants()));
        });
    }

    /// Exactly one of these must be given.
    public void oneOf(String first, String second) {
        boolean hasFirst = body.hasNonNull(first);
        boolean hasSecond = body.hasNonNull(second);
        if (!hasFirst && !hasSecond) fault(first, "REQUIRED", "this or " + second + " must be given");
        if (hasFirst && hasSecond) fault(second, "TOO_MANY", "only this or " + first + " may be given");
    }

    /// To be asked when every field has been read; throws when one was not in order.
    public void end() {
        for (Map.Entry<String, JsonNode> property : body.properties())
            if (!known.contains(property.getKey())) {
                fault(shown(property.getKey()), "UNKNOWN_FIELD", "is not a field of this request");
            }
        if (!faults.isEmpty()) throw new InvalidRequestException(faults);
    }

    /// A sender's field name is shown back only as far as it is short and harmless.
    private static String shown(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "?";
    }

    private <T> Optional<T> fault(String field, String code, String message) {
        faults.add(new FieldFault(field, code, message));
        return Optional.empty();
    }
}
