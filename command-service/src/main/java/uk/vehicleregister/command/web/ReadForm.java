package uk.vehicleregister.command.web;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A form that has been read: its value, or all its faults.
public record ReadForm<T>(Field<T> field, List<FieldFault> faults) {

    public static <T> ReadForm<T> of(JsonNode json, Form<T> form) {
        Fields fields = Fields.of(json);
        Field<T> field = form.read(fields);
        return new ReadForm<>(field, fields.faults());
    }

    public T value() {
        return field.get();
    }
}
