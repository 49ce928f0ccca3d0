package jinbo.story.year;

import java.time.LocalDateTime;
import java.util.Set;

/**
 * What a consumer says.
 *
 * @param at when
 * @param consumer the number
 * @param everybody whether no life insurer is to call
 * @param insurers who else is not to; nobody, and not everybody, is a cancellation
 * @param months for how long
 */
record SimulatedChoice(LocalDateTime at, long consumer, boolean everybody, Set<String> insurers, int months) {

    boolean names(String insurer) {
        return everybody || insurers.contains(insurer);
    }
}
