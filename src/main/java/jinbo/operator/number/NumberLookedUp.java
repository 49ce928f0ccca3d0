package jinbo.operator.number;

import java.time.Instant;
import java.util.List;
import jinbo.registry.history.NumberKnowledge;
import jinbo.registry.history.NumberLookup;

/**
 * The answer of {@code lookup}; it does not repeat the number.
 *
 * @param yearsForgotten years whose erased registrations nobody can recognise any more, because their keys were destroyed
 * @param insurers what counted for each line of each insurer that was asked about
 */
record NumberLookedUp(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookedUp> insurers) {

    static NumberLookedUp of(NumberLookup lookup) {
        return new NumberLookedUp(
                lookup.at(),
                lookup.knowledge(),
                lookup.yearsForgotten(),
                lookup.insurers().stream().map(InsurerLookedUp::of).toList());
    }
}
