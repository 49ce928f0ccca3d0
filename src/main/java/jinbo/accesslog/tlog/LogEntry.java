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
import java.util.regex.Pattern;

/**
 * One entry of the access log ({@code exchange-formats/access-log/v1}).
 *
 * @param id unique; not its place in the tree
 * @param at when it was written; cut to microseconds, which is what a database keeps
 * @param intent for a result, the id of its intent
 * @param outcome for a result or refusal, what came of it
 * @param numbers how many phone numbers were seen
 * @param subject the number that was looked at, as a keyed hash
 * @param list what identifies a published list; empty for none
 */
public record LogEntry(
        long id,
        Instant at,
        Phase phase,
        OptionalLong intent,
        Actor actor,
        Access access,
        Optional<String> outcome,
        OptionalLong numbers,
        Optional<Subject> subject,
        Optional<Registrations> acts,
        SortedMap<String, String> list) {

    public static final String FORMAT = "access-log-entry/v1";

    private static final int LAST_YEAR = 9999;

    /** @throws IllegalArgumentException if the format has no such entry; the message names the field */
    public LogEntry {
        EntryLimits.count("id", id);
        at = at.truncatedTo(ChronoUnit.MICROS);
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        EntryLimits.require(year >= 0 && year <= LAST_YEAR, "at", "is not in the years 0000 to 9999");
        EntryLimits.require(intent.isPresent() == (phase == Phase.RESULT), "intent", "is in a result and nowhere else");
        intent.ifPresent(value -> EntryLimits.count("intent", value));
        EntryLimits.require(intent.isEmpty() || intent.getAsLong() < id, "intent", "is not before its result");
        EntryLimits.require(
                outcome.isPresent() == (phase != Phase.INTENT), "outcome", "is in every entry but an intent");
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

    /** Where in an access an entry stands. */
    public enum Phase {
        /** Announced, before the first number is read. */
        INTENT,
        /** Ended. */
        RESULT,
        /** Not allowed; nothing was read. */
        REFUSAL
    }

    public enum Role {
        BATCH,
        OPERATOR,
        KEY_OFFICER,
        AUDITOR,
        /** The program itself, for example at a start after a restore. */
        SYSTEM,
        /** The holder of a number, known by a code that was sent to it. */
        CONSUMER
    }

    /** @param name who is accountable */
    public record Actor(String name, LogEntry.Role role, Optional<String> osUser, Optional<String> confirmedBy) {

        /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
        public Actor {
            EntryLimits.text("actor", name);
            osUser.ifPresent(user -> EntryLimits.text("os_user", user));
            confirmedBy.ifPresent(second -> EntryLimits.text("confirmed_by", second));
        }
    }

    /**
     * What was accessed and why, as an entry tells it. Plain words: which there are is for the writer of the log to say.
     */
    public record Access(String action, String purpose, Optional<String> insurer, Optional<String> object) {

        /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
        public Access {
            EntryLimits.text("action", action);
            EntryLimits.text("purpose", purpose);
            insurer.ifPresent(code -> EntryLimits.text("insurer", code));
            object.ifPresent(name -> EntryLimits.text("object", name));
        }
    }

    /**
     * The number that was looked at, as a keyed hash.
     *
     * @param epoch of the key, 0 to 2^53 - 1
     * @param hmac HMAC-SHA-256 of the number under that key, 64 lower-case hex digits
     */
    public record Subject(long epoch, String hmac) {

        /** @throws IllegalArgumentException if epoch or hash cannot be */
        public Subject {
            EntryLimits.count("subject", epoch);
            EntryLimits.hex("subject", hmac);
        }

        @Override
        public String toString() {
            return epoch + ":" + hmac;
        }
    }

    /**
     * A committed batch of registrations that an entry vouches for.
     *
     * @param digest over keyed hashes of the registrations, 64 lower-case hex digits
     */
    public record Registrations(long batch, long revision, long count, String digest) {

        /** @throws IllegalArgumentException if a number or the digest cannot be */
        public Registrations {
            EntryLimits.count("batch", batch);
            EntryLimits.count("revision", revision);
            EntryLimits.count("count", count);
            EntryLimits.hex("digest", digest);
        }
    }

    /** What the values of an entry may be; messages name the field and never the value. */
    static final class EntryLimits {

        /** The largest integer that every JSON reader takes exactly (RFC 8785, 3.2.2.3). */
        static final long MOST = (1L << 53) - 1;

        private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

        private EntryLimits() {}

        static void text(String field, String value) {
            require(!value.isEmpty(), field, "is empty");
            require(
                    value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
                    field,
                    "has a lone surrogate");
        }

        static void count(String field, long value) {
            require(value >= 0 && value <= MOST, field, "is not 0 to 2^53 - 1");
        }

        static void hex(String field, String value) {
            require(HEX.matcher(value).matches(), field, "is not 64 lower-case hex digits");
        }

        static void name(String field, String value) {
            require(NAME.matcher(value).matches(), field, "has a name that is not lower-case ASCII");
        }

        static void require(boolean met, String field, String problem) {
            if (!met) {
                throw new IllegalArgumentException(field + " " + problem);
            }
        }
    }
}
