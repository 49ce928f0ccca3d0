package jinbo.accesslog.tlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the access log ({@code exchange-formats/access-log/v1}).
 *
 * @param id unique; not its place in the tree
 * @param at when it was written; cut to microseconds, which is what a database keeps
 * @param phase where in an access it stands
 * @param intent for a result, the id of its intent
 * @param actor who acted
 * @param access what was accessed and why
 * @param outcome for a result or refusal, what came of it
 * @param numbers how many phone numbers were seen
 * @param subject the number that was looked at, as a keyed hash
 * @param acts a batch of acts that it vouches for
 * @param list what identifies a published list; empty for none
 */
public record LogEntry(
        long id,
        Instant at,
        EntryPhase phase,
        OptionalLong intent,
        EntryActor actor,
        EntryAccess access,
        Optional<String> outcome,
        OptionalLong numbers,
        Optional<EntrySubject> subject,
        Optional<EntryRegistrations> acts,
        SortedMap<String, String> list) {

    /** The value of {@code format}. */
    public static final String FORMAT = "access-log-entry/v1";

    private static final int LAST_YEAR = 9999;

    /** @throws IllegalArgumentException if the format has no such entry; the message names the field */
    public LogEntry {
        EntryLimits.count("id", id);
        at = at.truncatedTo(ChronoUnit.MICROS);
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        EntryLimits.require(year >= 0 && year <= LAST_YEAR, "at", "is not in the years 0000 to 9999");
        EntryLimits.require(
                intent.isPresent() == (phase == EntryPhase.RESULT), "intent", "is in a result and nowhere else");
        intent.ifPresent(value -> EntryLimits.count("intent", value));
        EntryLimits.require(intent.isEmpty() || intent.getAsLong() < id, "intent", "is not before its result");
        EntryLimits.require(
                outcome.isPresent() == (phase != EntryPhase.INTENT), "outcome", "is in every entry but an intent");
        outcome.ifPresent(text -> EntryLimits.text("outcome", text));
        numbers.ifPresent(value -> EntryLimits.count("numbers", value));
        list = sound(list);
    }

    /** A copy in the order of RFC 8785, 3.2.3, whatever order came in. */
    private static SortedMap<String, String> sound(Map<String, String> list) {
        SortedMap<String, String> sorted = new TreeMap<>();
        list.forEach((name, value) -> {
            EntryLimits.name("list", name);
            EntryLimits.text("list", value);
            sorted.put(name, value);
        });
        return Collections.unmodifiableSortedMap(sorted);
    }
}
