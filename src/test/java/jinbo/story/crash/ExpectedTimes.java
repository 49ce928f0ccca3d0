package jinbo.story.crash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jinbo.exchange.format.Term;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.testing.TestExchange;

/**
 * The times and dates that each file and its registrations must have, worked out from when the file must have been received; says of
 * a time either that it is as it must be, or both.
 *
 * @param exchange whose calendar counts
 * @param receivedAt when each file must have been received, by its name on the drop
 * @param releasedAt when a file was released, by the number that its stem ends with
 */
record ExpectedTimes(TestExchange exchange, Map<String, Instant> receivedAt, Map<String, Instant> releasedAt) {

    private static final int GRACE_WORKDAYS = 7;

    String received(String file, Instant at) {
        return as("received", receivedAt.get(file), at);
    }

    String registered(String file, Instant at) {
        return as("registered", registration(file), at);
    }

    String registered(String file, LocalDate on) {
        return as("registered", BusinessTime.dateOf(registration(file)), on);
    }

    String effective(String file, LocalDate on) {
        LocalDate registered = BusinessTime.dateOf(registration(file));
        return as(
                "effective",
                exchange.bean(Calendars.class)
                        .current()
                        .plusWorkdays(registered, GRACE_WORKDAYS)
                        .plusDays(1),
                on);
    }

    static String term(LocalDate from, LocalDate until) {
        for (Term term : Term.values()) {
            if (term.end(from).equals(until)) {
                return "for " + term.text();
            }
        }
        return "from " + from + " until " + until;
    }

    private Instant registration(String file) {
        return releasedAt.entrySet().stream()
                .filter(release -> file.contains("-" + release.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> receivedAt.get(file));
    }

    private static String as(String what, Object expected, Object found) {
        return found.equals(expected) ? what + " as it must be" : what + " " + found + ", not " + expected;
    }
}
