package uk.vehicleregister.kernel.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.Sealed;

/// What can be told of a field from its declaration alone.
final class FieldTypes {

    private FieldTypes() {}

    static String name(Type type) {
        return switch (type) {
            case Class<?> plain -> plain.getSimpleName();
            case ParameterizedType generic ->
                name(generic.getRawType())
                        + Arrays.stream(generic.getActualTypeArguments())
                                .map(FieldTypes::name)
                                .collect(Collectors.joining(", ", "<", ">"));
            default -> type.getTypeName();
        };
    }

    static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// Holds a sealed text, however deep.
    static boolean isSealed(Type type) {
        return type == Sealed.class || parts(type).stream().anyMatch(FieldTypes::isSealed);
    }

    /// Is one text or number in JSON, not an object.
    static boolean isOneValue(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(field -> field.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    /// The register's own types in these, and the types in those, and so on.
    static Set<Class<?>> within(Collection<? extends Type> types) {
        Set<Class<?>> found = new LinkedHashSet<>();
        types.forEach(type -> collect(type, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        boolean ours = type instanceof Class<?> plain && plain.getName().startsWith("uk.vehicleregister.");
        if (ours && !found.add((Class<?>) type)) return;
        parts(type).forEach(part -> collect(part, found));
    }

    private static List<Type> parts(Type type) {
        return switch (type) {
            case Class<?> plain
            when plain.isRecord() ->
                Arrays.stream(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .toList();
            case Class<?> plain when plain.isSealed() -> List.of(plain.getPermittedSubclasses());
            case ParameterizedType generic -> List.of(generic.getActualTypeArguments());
            default -> List.of();
        };
    }
}
