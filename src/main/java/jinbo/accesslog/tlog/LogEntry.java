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
 * One entry of the access log in its exchange format ({@code exchange-formats/access-log/v1}).
 *
 * @param id unique; not the index in the tree
 * @param at cut to microseconds, the precision of the database
 * @param intent in a result, the id of its begin entry
 * @param acts in a result, the registrations that the access made
 * @param list in a result, the sequence and hash of the list that the access made; else empty
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

    /** The largest integer that every JSON reader keeps exactly (RFC 8785, 3.2.2.3). */
    private static final long MOST = (1L << 53) - 1;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public LogEntry {
        requireCount("id", id);
        at = at.truncatedTo(ChronoUnit.MICROS);
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        require(year >= 0 && year <= LAST_YEAR, "at", "is not in the years 0000 to 9999");
        require(intent.isPresent() == (phase == Phase.RESULT), "intent", "is in a result and nowhere else");
        intent.ifPresent(value -> requireCount("intent", value));
        require(intent.isEmpty() || intent.getAsLong() < id, "intent", "is not before its result");
        require(outcome.isPresent() == (phase != Phase.INTENT), "outcome", "is in every entry but an intent");
        outcome.ifPresent(text -> requireText("outcome", text));
        numbers.ifPresent(value -> requireCount("numbers", value));
        list = validCopy(list);
    }

    /** Returns a valid copy, sorted as in RFC 8785, 3.2.3. */
    private static SortedMap<String, String> validCopy(Map<String, String> list) {
        SortedMap<String, String> sorted = new TreeMap<>();
        list.forEach((name, value) -> {
            requireName("list", name);
            requireText("list", value);
            sorted.put(name, value);
        });
        return Collections.unmodifiableSortedMap(sorted);
    }

    public enum Phase {
        /** The begin entry of an access, written before the first number is read. */
        INTENT,
        RESULT,
        /** An access that was not allowed; nothing was read. */
        REFUSAL
    }

    public enum Role {
        BATCH,
        OPERATOR,
        KEY_OFFICER,
        AUDITOR,
        /** The program itself, for example at a start after a restore. */
        SYSTEM,
        /** The holder of a number, who has entered a code that was sent to that number. */
        CONSUMER
    }

    public record Actor(String name, LogEntry.Role role, Optional<String> osUser, Optional<String> confirmedBy) {

        public Actor {
            requireText("actor", name);
            osUser.ifPresent(user -> requireText("os_user", user));
            confirmedBy.ifPresent(second -> requireText("confirmed_by", second));
        }
    }

    /** The kind, purpose and object of an access; the values are defined by {@code jinbo.accesslog}, not here. */
    public record Access(String action, String purpose, Optional<String> insurer, Optional<String> object) {

        public Access {
            requireText("action", action);
            requireText("purpose", purpose);
            insurer.ifPresent(code -> requireText("insurer", code));
            object.ifPresent(name -> requireText("object", name));
        }
    }

    /** HMAC-SHA-256 of a number, 64 lower-case hex digits, under a key with an epoch of 0 to 2^53 - 1. */
    public record Subject(long epoch, String hmac) {

        public Subject {
            requireCount("subject", epoch);
            requireHex("subject", hmac);
        }

        @Override
        public String toString() {
            return epoch + ":" + hmac;
        }
    }

    /** The batch of registrations that an access made; its digest has 64 lower-case hex digits. */
    public record Registrations(long batch, long revision, long count, String digest) {

        public Registrations {
            requireCount("batch", batch);
            requireCount("revision", revision);
            requireCount("count", count);
            requireHex("digest", digest);
        }
    }

    private static void requireText(String field, String value) {
        require(!value.isEmpty(), field, "is empty");
        require(
                value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
                field,
                "has a lone surrogate");
    }

    private static void requireCount(String field, long value) {
        require(value >= 0 && value <= MOST, field, "is not 0 to 2^53 - 1");
    }

    private static void requireHex(String field, String value) {
        require(HEX.matcher(value).matches(), field, "is not 64 lower-case hex digits");
    }

    private static void requireName(String field, String value) {
        require(NAME.matcher(value).matches(), field, "has a name that is not lower-case ASCII");
    }

    private static void require(boolean met, String field, String problem) {
        if (!met) {
            throw new IllegalArgumentException(field + " " + problem);
        }
    }
}
