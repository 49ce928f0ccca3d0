package jinbo.cases.evidence;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.reference.calendar.BusinessTime;

/**
 * One thing that is known of a call, and from where. Holds no phone number.
 *
 * @param says what, as the key of a sentence
 * @param values what stands in the sentence, in order: times of Beijing, days, names, codes
 * @param vouched the entry of the access log that vouches for it, if one does
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

    /**
     * An entry of the access log, with what proves that it is there.
     *
     * @param proof the text of a proof (C2SP tlog-proof), with the entry in it
     */
    public record Vouched(long index, String proof) {}

    /** @param name by which it is found there: of a file, a list, a case, an insurer; the number of a revision */
    public record Source(Kind kind, String name, Optional<Integer> line) {

        public enum Kind {
            /** What the consumer said. */
            CASE,
            UPLOAD,
            /** A revision of the registry, where no upload brought the registration. */
            REVISION,
            /** The registry, where no registration says so. */
            REGISTRY,
            LIST,
            /** A run in which a list was withheld. */
            WITHHELD,
            ACK,
            ANSWER,
            /** How the insurer had agreed to take part. */
            AGREEMENTS,
            INSURER,
            SETTINGS
        }

        static Source of(Kind kind, Object name) {
            return new Source(kind, name.toString(), Optional.empty());
        }
    }

    /** How values stand in statements: the same in every language. */
    static final class StatementFormat {

        /** What stands where there is nothing. */
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
