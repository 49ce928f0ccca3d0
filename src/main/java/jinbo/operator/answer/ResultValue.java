package jinbo.operator.answer;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.operation.Derived;

/** A value of a result record: a component or a {@link Derived} method. */
record ResultValue(Record owner, String name, String title, Type type, Object value) {

    /** The values of all components, followed by the derived values in the order of their names. */
    static List<ResultValue> allOf(Record result) {
        Class<?> type = result.getClass();
        return Stream.concat(
                        Arrays.stream(type.getRecordComponents()).map(component -> component.getAccessor()),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(Derived.class))
                                .sorted(Comparator.comparing(Method::getName)))
                .map(method -> read(result, result, method))
                .toList();
    }

    /** @param path {@code value}, or {@code value.part} for a value of a nested record */
    static ResultValue at(String path, List<ResultValue> values) {
        String[] steps = path.split("\\.");
        ResultValue value = values.stream()
                .filter(first -> snake(first.name()).equals(steps[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No value is named " + path));
        for (String step : Arrays.copyOfRange(steps, 1, steps.length)) {
            value = value.part(step);
        }
        return value;
    }

    private ResultValue part(String step) {
        Object thing = plain();
        if (thing == null) {
            return new ResultValue(owner, step, step, Optional.class, Optional.empty());
        }
        if (thing instanceof Map<?, ?> map) {
            return new ResultValue(owner, step, step, Object.class, map.get(step));
        }
        Method method = Arrays.stream(thing.getClass().getMethods())
                .filter(any ->
                        any.getParameterCount() == 0 && snake(any.getName()).equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(thing.getClass() + " has no " + step));
        return read(thing instanceof Record part ? part : owner, thing, method);
    }

    private static ResultValue read(Record owner, Object of, Method method) {
        try {
            method.setAccessible(true);
            return new ResultValue(
                    owner, method.getName(), method.getName(), method.getGenericReturnType(), method.invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " cannot be read", e);
        }
    }

    ResultValue withTitle(String other) {
        return new ResultValue(owner, name, other, type, value);
    }

    String ownerKey() {
        return key(owner.getClass());
    }

    String key() {
        return ownerKey() + "." + kebab(name);
    }

    Object plain() {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    boolean isEmpty() {
        Object thing = plain();
        return thing == null
                || thing instanceof Map<?, ?> map && map.isEmpty()
                || thing instanceof Collection<?> several && several.isEmpty()
                || thing instanceof Number number && number.longValue() == 0;
    }

    boolean isMissing() {
        return isEmpty() && !(value instanceof Number);
    }

    /** The last part of the key of a text about this value. */
    String code() {
        return String.valueOf(value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value);
    }

    Class<?> elementType() {
        return ((ParameterizedType) type).getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    static String key(Class<?> type) {
        return kebab(type.getSimpleName());
    }

    static String kebab(String name) {
        return snake(name).replace('_', '-');
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
