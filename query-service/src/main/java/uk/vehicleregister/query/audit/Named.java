package uk.vehicleregister.query.audit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What a fact names, read from the types of its fields, so that a new kind of fact is found as well.
public final class Named {

    private record Field(MethodHandle getter, Class<?> type) {}

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> kind = component.getType();
                if (kind == VehicleId.class || kind == RegistrationMark.class || kind == RefusalCode.class)
                    fields.add(new Field(getter(component), kind));
            }
            return List.copyOf(fields);
        }
    };

    private Named() {}

    public static List<VehicleId> vehicles(Fact fact) {
        return all(fact, VehicleId.class);
    }

    public static List<RegistrationMark> marks(Fact fact) {
        return all(fact, RegistrationMark.class);
    }

    /// Why it was refused, or waits for a registrar.
    public static Optional<RefusalCode> code(Fact fact) {
        return all(fact, RefusalCode.class).stream().findFirst();
    }

    private static <T> List<T> all(Fact fact, Class<T> type) {
        List<T> found = new ArrayList<>(2);
        for (Field field : FIELDS.get(fact.getClass()))
            if (field.type() == type) {
                T value = type.cast(value(field, fact));
                if (value != null && !found.contains(value)) found.add(value);
            }
        return found;
    }

    private static @Nullable Object value(Field field, Fact fact) {
        try {
            return field.getter().invoke(fact);
        } catch (Throwable e) {
            throw new IllegalStateException("a field of a record can be read", e);
        }
    }

    private static MethodHandle getter(RecordComponent component) {
        try {
            return MethodHandles.lookup().unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a public record has public accessors", e);
        }
    }
}
