package uk.vehicleregister.kernel.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/// Calls the constructors of records by handles that are laid out once. Jackson 3 lays one out for each call
/// (`MethodHandle.invokeWithArguments`), which was a seventh of the time it took to read an event.
final class RecordsMadeQuickly extends JacksonModule {

    @Override
    public String getModuleName() {
        return getClass().getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addValueInstantiators(new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
                return type.getBeanClass().isRecord()
                                && usual instanceof StdValueInstantiator standard
                                && standard.getWithArgsCreator() instanceof AnnotatedConstructor constructor
                        ? new ByHandle(standard, constructor.getAnnotated())
                        : usual;
            }
        });
    }

    private static final class ByHandle extends StdValueInstantiator {

        private final MethodHandle handle;

        ByHandle(StdValueInstantiator standard, Constructor<?> constructor) {
            super(standard);
            constructor.setAccessible(true);
            try {
                handle = MethodHandles.lookup()
                        .unreflectConstructor(constructor)
                        .asSpreader(Object[].class, constructor.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("A constructor made accessible is accessible", e);
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return (Object) handle.invokeExact(arguments);
            } catch (Throwable fault) {
                return context.handleInstantiationProblem(
                        getValueClass(), arguments, rewrapCtorProblem(context, fault));
            }
        }
    }
}
