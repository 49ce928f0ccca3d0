package jinbo.registry.history;

import java.time.Instant;
import java.util.List;

/**
 * The result of a lookup: the blocks of a number at a moment by insurer and line, without the number. For an erased
 * number, there are no blocks.
 *
 * @param yearsForgotten years whose erased registrations cannot be recognized, because their keys are destroyed
 */
public record NumberLookup(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookup> insurers) {}
