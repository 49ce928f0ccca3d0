package jinbo.registry.history;

import java.time.Instant;
import java.util.List;

/**
 * The blocks of a number at a moment, without the number; by insurer and line, empty for an erased number.
 *
 * @param yearsForgotten years whose erased registrations cannot be recognised, because their keys are destroyed
 */
public record NumberLookup(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookup> insurers) {}
