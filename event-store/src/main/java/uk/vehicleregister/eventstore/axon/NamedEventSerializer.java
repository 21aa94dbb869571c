package uk.vehicleregister.eventstore.axon;

import java.util.Map;
import org.axonframework.common.ObjectUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Events as JSON text under their written names and revisions; metadata as a plain JSON object. A name or a revision
/// nobody knows is a fault, so a processor stops at what it cannot read.
public final class NamedEventSerializer implements Serializer {

    private static final String METADATA = MetaData.class.getName();
    private static final TypeReference<Map<String, Object>> ENTRIES = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final EventNames names;
    private final Converter converter = new ChainingConverter();

    public NamedEventSerializer(JsonMapper mapper, EventNames names) {
        this.mapper = mapper;
        this.names = names;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        try {
            String text = mapper.writeValueAsString(object);
            return new SimpleSerializedObject<>(
                    converter.convert(text, expectedRepresentation),
                    expectedRepresentation,
                    typeForClass(ObjectUtils.nullSafeTypeOf(object)));
        } catch (JacksonException e) {
            throw new SerializationException("An object of " + ObjectUtils.nullSafeTypeOf(object) + " has no JSON", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(String.class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon asks for null where there is nothing
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.isEmptyType(serialized.getType())) return null;
        String text = converter.convert(serialized, String.class).getData();
        try {
            if (METADATA.equals(serialized.getType().getName()))
                return (T) MetaData.from(mapper.readValue(text, ENTRIES));
            return (T) names.read(
                    serialized.getType().getName(), serialized.getType().getRevision(), text);
        } catch (JacksonException e) {
            throw new SerializationException(
                    "The text of a " + serialized.getType().getName() + " cannot be read", e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.isEmptyType(type)) return Void.class;
        if (METADATA.equals(type.getName())) return MetaData.class;
        return names.classOf(type.getName());
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || Void.class.equals(type) || Void.TYPE.equals(type)) return SerializedType.emptyType();
        if (MetaData.class.equals(type)) return new SimpleSerializedType(METADATA, null);
        return new SimpleSerializedType(names.nameOf(type), names.revisionOf(type));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
