package jinbo.registry.history;

import java.time.Instant;
import java.util.List;

/**
 * What counted for a number at some moment. Holds neither the number nor anything that gives it away.
 *
 * @param yearsForgotten years whose erased registrations nobody can recognise any more, because their keys were destroyed
 * @param insurers an answer for each line of each insurer that was asked about, in order of their codes; none for an erased number
 */
public record NumberLookup(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookup> insurers) {}
