package jinbo.command;

import java.time.Instant;
import java.util.List;
import jinbo.lookup.NumberLookup;

/**
 * The answer of {@code lookup}; it does not repeat the number.
 *
 * @param at the moment that it speaks of
 * @param knowledge whether anything was known of the number then
 * @param insurers what counted for each insurer that was asked about
 */
record NumberLookedUp(Instant at, NumberLookup.Knowledge knowledge, List<InsurerLookedUp> insurers) implements Answer {

    static NumberLookedUp of(NumberLookup lookup) {
        return new NumberLookedUp(
                lookup.at(),
                lookup.knowledge(),
                lookup.insurers().stream().map(InsurerLookedUp::of).toList());
    }

    @Override
    public void tell(Page page) {
        page.say("lookup." + knowledge, Page.time(at));
        for (InsurerLookedUp insurer : insurers) {
            page.blank();
            insurer.tell(page);
        }
    }
}
