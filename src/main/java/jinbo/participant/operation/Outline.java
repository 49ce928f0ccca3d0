package jinbo.participant.operation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.reference.calendar.BusinessTime;

/** A sentence that says what an operation would do: its key in the bundle below {@code would.}, and its arguments. */
public record Outline(String key, List<String> arguments) {

    private static final String NOTHING = "-";

    public Outline {
        arguments = List.copyOf(arguments);
    }

    /** Formats instants to the minute, empty values as a hyphen, and collections with commas. */
    public static Outline of(String key, Object... arguments) {
        return new Outline(key, Arrays.stream(arguments).map(Outline::shown).toList());
    }

    private static String shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Outline::shown).orElse(NOTHING);
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? NOTHING
                    : several.stream().map(Outline::shown).collect(Collectors.joining(", "));
        }
        return value instanceof Instant instant ? BusinessTime.formatMinute(instant) : String.valueOf(value);
    }
}
