package jinbo.registry.history;

import java.time.Instant;
import java.util.List;

/**
 * The blocks of a number at a moment, without the number.
 *
 * @param yearsForgotten years whose erased registrations cannot be recognised, because their keys are destroyed
 * @param insurers by code, for each line of each requested insurer; empty for an erased number
 */
public record NumberLookup(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookup> insurers) {}
