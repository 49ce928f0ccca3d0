package jinbo.operator.number;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * An insurer, in one line of business or in all that it sells: {@code YUNHE/MOTOR} or {@code YUNHE}.
 *
 * @param line in which; if empty, in every open one that it sells
 */
public record NamedInsurer(InsurerCode code, Optional<LineCode> line) {

    /** @throws IllegalArgumentException if a code is none */
    public static NamedInsurer parse(String typed) {
        String[] parts = typed.split("/", 2);
        return new NamedInsurer(
                new InsurerCode(parts[0]),
                Arrays.stream(parts)
                        .skip(1)
                        .map(line -> new LineCode(line.toUpperCase(Locale.ROOT)))
                        .findFirst());
    }

    @Override
    public String toString() {
        return code + line.map(one -> "/" + one).orElse("");
    }
}
