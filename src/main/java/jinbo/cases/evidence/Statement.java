package jinbo.cases.evidence;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.reference.calendar.BusinessTime;

/**
 * A fact of the evidence, without phone numbers.
 *
 * @param says the key of the message
 * @param values arguments of the message: times in Beijing, days, names, codes
 */
public record Statement(StatementType says, List<String> values, Source source, Optional<Vouched> vouched) {

    public Statement {
        values = List.copyOf(values);
    }

    static Statement of(StatementType says, Source source, Object... values) {
        return new Statement(
                says, Arrays.stream(values).map(StatementFormat::describe).toList(), source, Optional.empty());
    }

    Statement vouchedBy(Optional<Vouched> entry) {
        return new Statement(says, values, source, entry);
    }

    /** The access log entry that confirms a statement, and a C2SP tlog-proof with the entry. */
    public record Vouched(long index, String proof) {}

    /** Where a fact comes from. The name is that of a file, list, case or insurer, or a revision's number. */
    public record Source(Kind kind, String name, Optional<Integer> line) {

        public enum Kind {
            CASE,
            UPLOAD,
            /** The revision of a batch that was not an upload. */
            REVISION,
            /** The registry, if there is no registration about the number. */
            REGISTRY,
            LIST,
            /** A publication in which the insurer's list was withheld. */
            WITHHELD,
            ACK,
            ANSWER,
            /** The agreements of the insurer. */
            AGREEMENTS,
            INSURER,
            SETTINGS
        }

        static Source of(Kind kind, Object name) {
            return new Source(kind, name.toString(), Optional.empty());
        }
    }

    static final class StatementFormat {

        static final String NOTHING = "-";

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        private StatementFormat() {}

        static String describe(Object value) {
            if (value instanceof Optional<?> optional) {
                return optional.map(StatementFormat::describe).orElse(NOTHING);
            }
            return value instanceof Instant at ? TIME.format(at.atZone(BusinessTime.ZONE)) : value.toString();
        }
    }
}
