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
 * @param id unique; not the index in the tree
 * @param at cut to microseconds, the precision of the database
 * @param intent of a result, the id of the begin entry
 * @param list identifies a published list; empty for none
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

    /** A copy in the order of RFC 8785, 3.2.3. */
    private static SortedMap<String, String> sound(Map<String, String> list) {
        SortedMap<String, String> sorted = new TreeMap<>();
        list.forEach((name, value) -> {
            EntryLimits.name("list", name);
            EntryLimits.text("list", value);
            sorted.put(name, value);
        });
        return Collections.unmodifiableSortedMap(sorted);
    }

    public enum Phase {
        /** Before the first number is read. */
        INTENT,
        RESULT,
        /** Not allowed; nothing was read. */
        REFUSAL
    }

    public enum Role {
        BATCH,
        OPERATOR,
        KEY_OFFICER,
        AUDITOR,
        /** For example at a start after a restore. */
        SYSTEM,
        /** The holder of a number, known by a code that was sent to it. */
        CONSUMER
    }

    public record Actor(String name, LogEntry.Role role, Optional<String> osUser, Optional<String> confirmedBy) {

        /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
        public Actor {
            EntryLimits.text("actor", name);
            osUser.ifPresent(user -> EntryLimits.text("os_user", user));
            confirmedBy.ifPresent(second -> EntryLimits.text("confirmed_by", second));
        }
    }

    /** Texts that the writer of the log defines. */
    public record Access(String action, String purpose, Optional<String> insurer, Optional<String> object) {

        /** @throws IllegalArgumentException if a text is empty or has a lone surrogate */
        public Access {
            EntryLimits.text("action", action);
            EntryLimits.text("purpose", purpose);
            insurer.ifPresent(code -> EntryLimits.text("insurer", code));
            object.ifPresent(name -> EntryLimits.text("object", name));
        }
    }

    /** HMAC-SHA-256 of a number, 64 lower-case hex digits, under a key with an epoch of 0 to 2^53 - 1. */
    public record Subject(long epoch, String hmac) {

        /** @throws IllegalArgumentException if epoch or hash are invalid */
        public Subject {
            EntryLimits.count("subject", epoch);
            EntryLimits.hex("subject", hmac);
        }

        @Override
        public String toString() {
            return epoch + ":" + hmac;
        }
    }

    /** A committed batch for which an entry vouches; its digest has 64 lower-case hex digits. */
    public record Registrations(long batch, long revision, long count, String digest) {

        /** @throws IllegalArgumentException if a number or the digest is invalid */
        public Registrations {
            EntryLimits.count("batch", batch);
            EntryLimits.count("revision", revision);
            EntryLimits.count("count", count);
            EntryLimits.hex("digest", digest);
        }
    }

    /** The limits of values; messages name the field, never the value. */
    static final class EntryLimits {

        /** The largest integer that every JSON reader keeps exactly (RFC 8785, 3.2.2.3). */
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
