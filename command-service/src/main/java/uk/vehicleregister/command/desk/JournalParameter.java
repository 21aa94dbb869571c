package uk.vehicleregister.command.desk;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Hands the journal of the command at hand to a handler that asks for one.
final class JournalParameter implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Journal.class ? new FromMetaData() : null;
    }

    private static final class FromMetaData implements ParameterResolver<Journal> {

        @Override
        public Journal resolveParameterValue(Message<?> message) {
            return Journal.of(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getMetaData().containsKey(JournalRecording.JOURNAL);
        }
    }
}
