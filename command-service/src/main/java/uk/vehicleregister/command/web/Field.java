package uk.vehicleregister.command.web;

import org.jspecify.annotations.Nullable;

/// A field that has been read. Its value is there once the whole form was found without fault.
public final class Field<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    /// The value of a field that the form requires.
    public T get() {
        if (value == null) {
            throw new IllegalStateException("a faulty or absent field has no value; build the command in Fields.done");
        }
        return value;
    }

    /// The value of an optional field.
    public @Nullable T orNull() {
        return value;
    }

    public boolean isPresent() {
        return value != null;
    }
}
