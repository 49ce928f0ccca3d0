package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jinbo.registry.history.NumberKnowledge;
import jinbo.registry.history.NumberLookup;

/**
 * The answer of {@code lookup}; it does not repeat the number.
 *
 * @param at the moment that it speaks of
 * @param knowledge whether anything was known of the number then
 * @param yearsForgotten years whose erased registrations nobody can recognise any more, because their keys were destroyed
 * @param insurers what counted for each line of each insurer that was asked about
 */
record NumberLookedUp(
        Instant at, NumberKnowledge knowledge, List<Integer> yearsForgotten, List<InsurerLookedUp> insurers)
        implements Answer {

    static NumberLookedUp of(NumberLookup lookup) {
        return new NumberLookedUp(
                lookup.at(),
                lookup.knowledge(),
                lookup.yearsForgotten(),
                lookup.insurers().stream().map(InsurerLookedUp::of).toList());
    }

    @Override
    public void tell(Page page) {
        page.say("lookup." + knowledge, Page.time(at));
        if (!yearsForgotten.isEmpty()) {
            page.say(
                    "lookup.years-forgotten",
                    yearsForgotten.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        for (InsurerLookedUp insurer : insurers) {
            page.blank();
            insurer.tell(page);
        }
    }
}
