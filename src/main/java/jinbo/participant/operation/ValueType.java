package jinbo.participant.operation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Reads values of operations from text. Types have a static {@code parse(String)}, or a constructor with a text. */
public record ValueType(Function<String, Object> parse) {

    private static final Map<Class<?>, ValueType> KNOWN = new ConcurrentHashMap<>(Map.of(
            String.class, new ValueType(text -> text),
            int.class, new ValueType(Integer::valueOf),
            Integer.class, new ValueType(Integer::valueOf),
            long.class, new ValueType(Long::valueOf),
            Long.class, new ValueType(Long::valueOf),
            LocalDate.class, new ValueType(LocalDate::parse),
            YearMonth.class, new ValueType(YearMonth::parse),
            URI.class, new ValueType(URI::create)));

    /** @throws IllegalArgumentException for a type that cannot be read from text */
    public static ValueType of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, ValueType::read);
    }

    /** Throws {@link UnreadableValueException}, or the type's own exception if that has a message for people. */
    public static <T> T read(Class<T> type, String text) {
        try {
            return type.cast(of(type).parse().apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableValueException(type, text, e);
        }
    }

    private static ValueType read(Class<?> type) {
        if (type.isEnum()) {
            return new ValueType(text -> constant(type, text));
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("parse")
                    && Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == type
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})) {
                return new ValueType(text -> called(() -> method.invoke(null, text)));
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            return new ValueType(text -> called(() -> constructor.newInstance(text)));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " can be read from no text", e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant)
                        .name()
                        .equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName()));
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object called(Call call) {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
