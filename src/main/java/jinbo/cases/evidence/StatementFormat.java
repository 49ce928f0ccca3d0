package jinbo.cases.evidence;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jinbo.reference.calendar.BusinessTime;

/** How values stand in statements: the same in every language. */
final class StatementFormat {

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
