package uk.vehicleregister.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.axon.Notes.Noted;
import uk.vehicleregister.eventstore.axon.Notes.Struck;

/// Events under their written names.
class NamedEventSerializerTest {

    private final NamedEventSerializer serializer = Notes.SERIALIZER;

    @Test
    void an_event_is_written_under_its_name_and_not_its_class() {
        SerializedObject<String> written = serializer.serialize(new Noted("é"), String.class);
        assertThat(written.getData()).isEqualTo("{\"text\":\"é\"}");
        assertThat(written.getType().getName()).isEqualTo("noted");
        assertThat(written.getType().getRevision()).isEqualTo("1");
        assertThat((Noted) serializer.deserialize(written)).isEqualTo(new Noted("é"));
        SerializedObject<byte[]> bytes = serializer.serialize(new Noted("é"), byte[].class);
        assertThat((Noted) serializer.deserialize(bytes)).isEqualTo(new Noted("é"));
    }

    @Test
    void a_text_is_read_as_the_revision_that_wrote_it() {
        String old = "{\"why\":\"a slip\"}";
        assertThat((Struck) serializer.deserialize(new SimpleSerializedObject<>(old, String.class, "struck", "1")))
                .isEqualTo(new Struck("a slip", 0));
        SerializedObject<String> today = serializer.serialize(new Struck("a slip", 3), String.class);
        assertThat(today.getType().getRevision()).isEqualTo("2");
        assertThat((Struck) serializer.deserialize(today)).isEqualTo(new Struck("a slip", 3));
    }

    @Test
    void metadata_is_a_plain_object() {
        SerializedObject<String> written = serializer.serialize(MetaData.with("role", "citizen"), String.class);
        assertThat(written.getData()).isEqualTo("{\"role\":\"citizen\"}");
        MetaData read = serializer.deserialize(new SerializedMetaData<>(written.getData(), String.class));
        assertThat(read).containsExactlyEntriesOf(Map.of("role", "citizen"));
    }

    @Test
    void an_unknown_name_is_a_fault_and_not_skipped() {
        assertThatThrownBy(() ->
                        serializer.deserialize(new SimpleSerializedObject<>("{}", String.class, "unheard-of", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>("{", String.class, "noted", "1")))
                .isInstanceOf(SerializationException.class);
    }
}
