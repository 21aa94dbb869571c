package uk.vehicleregister.command.batch.work;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A row as it was sent.
///
/// @param number from 1
record Row(int number, JsonNode item) {

    @Nullable
    String command() {
        JsonNode command = item.path("command");
        return command.isString() ? command.stringValue() : null;
    }

    JsonNode body() {
        return item.path("body");
    }

    /// Its mark, where that can be read: rows of one mark keep their order, and the result names it.
    @Nullable
    RegistrationMark mark() {
        JsonNode mark = body().path("registrationMark");
        return mark.isString()
                        && RegistrationMark.parse(mark.stringValue()) instanceof Parsed.Valid<RegistrationMark> valid
                ? valid.value()
                : null;
    }

    /// A row holds people.
    @Override
    public String toString() {
        return "Row[" + number + "]";
    }
}
