package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// `@Nullable` is what the page calls optional, so an event must be readable without such a field, and not without any
/// other.
class RequiredFieldsTest {

    @Test
    void an_optional_field_may_be_absent_and_a_required_one_may_not() {
        for (Path file : Approved.files().stream().filter(Approved::isOfToday).toList()) {
            Class<? extends Fact> event = EventCatalogue.classOf(Approved.nameIn(file));
            for (RecordComponent field : event.getRecordComponents()) {
                ObjectNode json = (ObjectNode) EventJson.mapper().readTree(Approved.compact(file));
                json.remove(field.getName());
                String what = event.getSimpleName() + " without " + field.getName();
                if (FieldTypes.isOptional(field)) {
                    assertThatCode(() -> EventJson.read(json.toString(), event))
                            .as(what)
                            .doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> EventJson.read(json.toString(), event))
                            .as(what)
                            .isNotNull();
                }
            }
        }
    }
}
