package uk.vehicleregister.command.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

/// Reads a JSON object field by field and finds all its faults at once, in the order in which the form asks
/// (contract.md). JSON types are strict: a number in quotes is a fault; so is a field the form does not know.
public final class Fields {

    private final String path;
    private final JsonNode json;
    private final Map<String, List<FieldFault>> asked = new LinkedHashMap<>();
    private final FormShape shape;

    private Fields(String path, JsonNode json, FormShape shape) {
        this.path = path;
        this.json = json;
        this.shape = shape;
    }

    public static Fields of(JsonNode json) {
        return new Fields("", json, FormShape.NOT_NOTED);
    }

    /// What a form asks for, learnt by letting it read an empty object; OpenAPI is made from this.
    static FormShape shapeOf(Form<?> form) {
        FormShape shape = FormShape.noted();
        form.read(new Fields("", JsonNodeFactory.instance.objectNode(), shape));
        return shape;
    }

    public <T> Field<T> required(String name, Function<String, Parsed<T>> parse) {
        shape.text(name, true);
        return read(name, true, node -> text(name, node, parse));
    }

    public <T> Field<T> optional(String name, Function<String, Parsed<T>> parse) {
        shape.text(name, false);
        return read(name, false, node -> text(name, node, parse));
    }

    public Field<Integer> requiredWhole(String name, LongFunction<Parsed<Integer>> parse) {
        shape.whole(name, true);
        return read(name, true, node -> whole(name, node, parse));
    }

    public Field<Integer> optionalWhole(String name, LongFunction<Parsed<Integer>> parse) {
        shape.whole(name, false);
        return read(name, false, node -> whole(name, node, parse));
    }

    /// A place in the log.
    public Field<Long> requiredPosition(String name) {
        shape.position(name);
        return read(name, true, node -> position(name, node));
    }

    /// A statement that is made with `true`, or left out.
    public Field<Boolean> optionalTrue(String name) {
        shape.trueOrFalse(name, false);
        return read(
                name,
                false,
                node -> node.isBoolean() && node.booleanValue()
                        ? Boolean.TRUE
                        : fault(name, "WRONG_TYPE", "must be true, or left out"));
    }

    public Field<Boolean> requiredTrueOrFalse(String name) {
        shape.trueOrFalse(name, true);
        return read(
                name,
                true,
                node -> node.isBoolean() ? node.booleanValue() : fault(name, "WRONG_TYPE", "must be true or false"));
    }

    public <E extends Enum<E>> Field<E> requiredOneOf(Class<E> words, String name) {
        shape.oneOf(name, words);
        return read(name, true, node -> text(name, node, text -> word(words, text)));
    }

    /// Each element a word of the enum; absent means none.
    public <E extends Enum<E>> Field<List<E>> optionalWords(Class<E> words, String name) {
        shape.words(name, words);
        return read(
                name, false, node -> elements(name, node, words.getEnumConstants().length, text -> word(words, text)));
    }

    public <T> Field<List<T>> requiredTexts(String name, int most, Function<String, Parsed<T>> parse) {
        shape.texts(name);
        return read(name, true, node -> elements(name, node, most, parse));
    }

    public <T> Field<T> requiredObject(String name, Form<T> form) {
        return object(name, true, form);
    }

    public <T> Field<T> optionalObject(String name, Form<T> form) {
        return object(name, false, form);
    }

    /// A fault that only several fields together show.
    public <T> @Nullable T fault(String name, String code, String message) {
        asked.computeIfAbsent(name, _ -> new ArrayList<>()).add(new FieldFault(path + name, code, message));
        return null;
    }

    /// Tells the description of this form that one of these goes on from here.
    @SafeVarargs
    public final <T> Field<T> oneOf(Form<? extends T>... forms) {
        shape.goesOnAsOneOf(Stream.of(forms).map(Fields::shapeOf).toList());
        return nothing();
    }

    /// A field seen as something else, once it is there.
    public <T, R> Field<R> part(Field<T> field, Function<T, R> as) {
        T value = field.orNull();
        return new Field<>(value == null ? null : as.apply(value));
    }

    /// A part of a form that is rightly absent.
    public <T> Field<T> nothing() {
        return new Field<>(null);
    }

    /// Builds what the form was read for, unless a fault was found. Unknown fields show only when all have been asked
    /// for.
    public <T> Field<T> done(Supplier<T> build) {
        boolean inOrder = asked.values().stream().allMatch(List::isEmpty);
        return inOrder && !shape.isNoted() ? new Field<>(build.get()) : new Field<>(null);
    }

    /// Whether the sender filled this field in, rightly or not.
    public boolean has(String name) {
        JsonNode node = json.get(name);
        return node != null && !node.isNull();
    }

    /// A date that another field's rule leans on, if it can be read; its own faults are told when it is asked for.
    public @Nullable LocalDate dateIn(String name) {
        JsonNode node = json.get(name);
        return node != null
                        && node.isString()
                        && VehicleFields.date(node.stringValue()) instanceof Parsed.Valid<LocalDate> date
                ? date.value()
                : null;
    }

    /// Whether the form is only asked which fields it has.
    public boolean asksOnly() {
        return shape.isNoted();
    }

    List<FieldFault> faults() {
        Stream<FieldFault> unknown = json.propertyNames().stream()
                .filter(name -> !asked.containsKey(name))
                .map(name -> new FieldFault(path + shown(name), "UNKNOWN_FIELD", "is not a field of this request"));
        return Stream.concat(asked.values().stream().flatMap(List::stream), unknown)
                .toList();
    }

    private <T> Field<T> object(String name, boolean required, Form<T> form) {
        FormShape inner = shape.object(name, required);
        if (shape.isNoted()) {
            form.read(new Fields(path + name + ".", JsonNodeFactory.instance.objectNode(), inner));
        }
        return read(name, required, node -> {
            if (!node.isObject()) {
                return fault(name, "WRONG_TYPE", "must be a JSON object");
            }
            Fields fields = new Fields(path + name + ".", node, inner);
            Field<T> value = form.read(fields);
            asked.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(fields.faults());
            return value.orNull();
        });
    }

    private <T> Field<T> read(String name, boolean required, Function<JsonNode, @Nullable T> value) {
        asked.putIfAbsent(name, new ArrayList<>());
        JsonNode node = json.get(name);
        if (node != null && !node.isNull()) {
            return new Field<>(value.apply(node));
        }
        if (required) {
            fault(name, "REQUIRED", "is required");
        }
        return new Field<>(null);
    }

    private <T> @Nullable T text(String name, JsonNode node, Function<String, Parsed<T>> parse) {
        if (!node.isString()) {
            return fault(name, "WRONG_TYPE", "must be a JSON string");
        }
        return parsed(name, parse.apply(node.stringValue()));
    }

    private @Nullable Integer whole(String name, JsonNode node, LongFunction<Parsed<Integer>> parse) {
        if (!node.isIntegralNumber()) {
            return fault(name, "WRONG_TYPE", "must be a whole JSON number");
        }
        return node.canConvertToLong()
                ? parsed(name, parse.apply(node.longValue()))
                : fault(name, "OUT_OF_RANGE", "is too large a number");
    }

    private @Nullable Long position(String name, JsonNode node) {
        if (!node.isIntegralNumber()) {
            return fault(name, "WRONG_TYPE", "must be a whole JSON number");
        }
        return node.canConvertToLong() && node.longValue() >= 0
                ? Long.valueOf(node.longValue())
                : fault(name, "OUT_OF_RANGE", "must be a position of the log");
    }

    private <T> @Nullable List<T> elements(String name, JsonNode node, int most, Function<String, Parsed<T>> parse) {
        if (!node.isArray()) {
            return fault(name, "WRONG_TYPE", "must be a JSON array of strings");
        }
        if (node.size() > most) {
            return fault(name, "TOO_MANY", "may have at most " + most + " elements");
        }
        List<T> values = new ArrayList<>();
        for (JsonNode element : node) {
            T value = text(name, element, parse);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private <T> @Nullable T parsed(String name, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T> valid -> valid.value();
            case Parsed.Faulty<T> faulty -> fault(name, faulty.code(), faulty.message());
        };
    }

    private static <E extends Enum<E>> Parsed<E> word(Class<E> words, String text) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return new Parsed.Valid<>(word);
            }
        }
        return new Parsed.Faulty<>("NOT_A_KNOWN_WORD", "must be one of " + List.of(words.getEnumConstants()));
    }

    /// A sender's field name is shown back only as far as it is short and harmless.
    static String shown(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "?";
    }
}
