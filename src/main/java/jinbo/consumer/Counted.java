package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import jinbo.reference.calendar.BusinessTime;

/** What is counted of visitors, each for a time that begins anew: a minute, an hour or a day of Beijing. Kept by name in the database. */
enum Counted {
    /** Codes that were asked for from a network, without those that were proven. */
    CODES_OF_NETWORK_IN_HOUR(ChronoUnit.HOURS),
    /** The same, without those that could not be sent. */
    CODES_OF_NETWORK_IN_DAY(ChronoUnit.DAYS),
    /** Codes that were asked for by browsers that had proven the number, sent or not; of one number. */
    CODES_OF_KNOWN_IN_DAY(ChronoUnit.DAYS),
    /** All codes that were sent. */
    CODES_IN_MINUTE(ChronoUnit.MINUTES),
    /** All codes that were sent. */
    CODES_IN_DAY(ChronoUnit.DAYS),
    /** Accesses that were announced so that a holder sees something, of one number. */
    VIEWS_IN_DAY(ChronoUnit.DAYS);

    private final ChronoUnit length;

    Counted(ChronoUnit length) {
        this.length = length;
    }

    /** When the time began that an instant lies in. */
    Instant begins(Instant at) {
        return inBeijing(at).toInstant();
    }

    /** When it ends. */
    Instant ends(Instant at) {
        return inBeijing(at).plus(1, length).toInstant();
    }

    /** How long until then. */
    Duration untilEnd(Instant at) {
        return Duration.between(at, ends(at));
    }

    private ZonedDateTime inBeijing(Instant at) {
        return at.atZone(BusinessTime.ZONE).truncatedTo(length);
    }
}
