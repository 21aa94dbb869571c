package uk.vehicleregister.command.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The names and JSON types a form asks for, in order: the OpenAPI schema of a request, made from the code that
/// reads it. For a real request nothing is noted.
final class FormShape {

    static final FormShape NOT_NOTED = new FormShape(false);

    private final ObjectSchema schema = new ObjectSchema();
    private final boolean noted;

    private FormShape(boolean noted) {
        this.noted = noted;
    }

    static FormShape noted() {
        return new FormShape(true);
    }

    boolean isNoted() {
        return noted;
    }

    Schema<?> schema() {
        return schema;
    }

    void text(String name, boolean required) {
        add(name, required, StringSchema::new);
    }

    void whole(String name, boolean required) {
        add(name, required, IntegerSchema::new);
    }

    void position(String name) {
        add(name, true, () -> new IntegerSchema().format("int64"));
    }

    void trueOrFalse(String name, boolean required) {
        add(name, required, BooleanSchema::new);
    }

    <E extends Enum<E>> void oneOf(String name, Class<E> words) {
        add(name, true, () -> wordsOf(words));
    }

    <E extends Enum<E>> void words(String name, Class<E> words) {
        add(name, false, () -> new ArraySchema().items(wordsOf(words)));
    }

    void texts(String name) {
        add(name, true, () -> new ArraySchema().items(new StringSchema()));
    }

    void goesOnAsOneOf(List<FormShape> others) {
        others.forEach(other -> schema.addOneOfItem(other.schema));
    }

    FormShape object(String name, boolean required) {
        if (!noted) {
            return NOT_NOTED;
        }
        FormShape inner = noted();
        add(name, required, inner::schema);
        return inner;
    }

    /// Whether a field of that name is asked for, at any depth.
    boolean asksFor(String name) {
        return asksFor(schema, name);
    }

    private static boolean asksFor(Schema<?> schema, String name) {
        Map<String, Schema> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
        List<Schema> others = Objects.requireNonNullElse(schema.getOneOf(), List.of());
        return properties.containsKey(name)
                || Stream.concat(properties.values().stream(), others.stream()).anyMatch(inner -> asksFor(inner, name));
    }

    private void add(String name, boolean required, Supplier<Schema<?>> type) {
        if (!noted) {
            return;
        }
        schema.addProperty(name, type.get());
        if (required) {
            schema.addRequiredItem(name);
        }
    }

    private static <E extends Enum<E>> Schema<String> wordsOf(Class<E> words) {
        StringSchema text = new StringSchema();
        Arrays.stream(words.getEnumConstants()).map(Enum::name).forEach(text::addEnumItem);
        return text;
    }
}
