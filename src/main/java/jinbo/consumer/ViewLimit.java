package jinbo.consumer;

import java.time.Clock;
import java.time.Instant;
import jinbo.accesslog.Subject;
import org.springframework.stereotype.Component;

/** Says how often the holder of a number may still look: each look is written into the access log, which nobody may fill. */
@Component
record ViewLimit(VisitorCounts counts, ConsumerSettings settings, Clock clock) {

    /** @throws TooManyViewsException if it is one too many for the day; nothing may be written then */
    void add(Subject subject) {
        add(VisitorCounts.Counter.VIEWS_IN_DAY, subject);
    }

    /**
     * Counts a code that a browser asks for which has proven the number: no network limits what it has written.
     *
     * @throws TooManyViewsException if it is one too many for the day; nothing may be written then
     */
    void addCodeRequest(Subject subject) {
        add(VisitorCounts.Counter.CODES_OF_KNOWN_IN_DAY, subject);
    }

    private void add(VisitorCounts.Counter what, Subject subject) {
        Instant now = clock.instant();
        if (counts.add(what, subject.toString(), now, settings.viewsPerNumber()).isEmpty()) {
            throw new TooManyViewsException(what.untilEnd(now));
        }
    }
}
