package jinbo.participant.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The metadata of a kind of operation, read from its record class. */
public record OperationType(Class<? extends Operation> type, UseCase useCase) {

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    public enum Arity {
        ONE,
        OPTIONAL,
        SEVERAL,
        FLAG
    }

    /** A value of the operation; {@code typed}: how it is typed, if that differs from what its name and type imply. */
    public record Part(RecordComponent component, Arity arity, Class<?> valueType, Optional<Typed> typed) {

        public boolean isOperand() {
            return typed.filter(Typed::operand).isPresent();
        }

        /** The options that can be given instead of this value; without any, the command prompts for it. */
        public List<String> askedUnless() {
            return typed.map(Typed::askedUnless).map(List::of).orElse(List.of());
        }

        public boolean isTyped() {
            return askedUnless().isEmpty();
        }

        /** The name on the command line and in JSON, for example {@code called-at}. */
        public String name() {
            return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }

        /** The default value, as it would be typed. */
        public Optional<String> otherwise() {
            return typed.map(Typed::otherwise).filter(text -> !text.isEmpty());
        }

        Object of(Operation operation) {
            try {
                return component.getAccessor().invoke(operation);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }

        private static Part of(RecordComponent component) {
            Optional<Typed> typed = Optional.ofNullable(component.getAnnotation(Typed.class));
            Class<?> type = component.getType();
            if (type == boolean.class) {
                return new Part(component, Arity.FLAG, type, typed);
            }
            if (type == Optional.class || type == List.class) {
                Type value = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                return new Part(
                        component, type == List.class ? Arity.SEVERAL : Arity.OPTIONAL, (Class<?>) value, typed);
            }
            return new Part(component, Arity.ONE, type, typed);
        }
    }

    /** @throws IllegalArgumentException if the class is not a record with a {@link UseCase} */
    public static OperationType of(Class<? extends Operation> type) {
        UseCase useCase = type.getAnnotation(UseCase.class);
        if (useCase == null || !type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record with a use case");
        }
        return new OperationType(type, useCase);
    }

    /** Read when first needed, because a command uses only one of 120 operations. */
    public List<Part> parts() {
        return PARTS.get(type);
    }

    public List<String> command() {
        return List.of(useCase.name().split(" "));
    }

    /** Creates the record from one value for each part; throws what its constructor throws. */
    public Operation create(List<?> values) {
        try {
            return type.getDeclaredConstructor(parts().stream()
                            .map(part -> part.component().getType())
                            .toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
