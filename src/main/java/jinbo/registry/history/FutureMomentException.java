package jinbo.registry.history;

import java.time.Instant;
import jinbo.reference.calendar.BusinessTime;

/** It was asked what counts at a moment that has not come: until then a consumer can say something else. */
public final class FutureMomentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FutureMomentException(Instant asked, Instant now) {
        super("What counts at " + asked.atZone(BusinessTime.ZONE).toOffsetDateTime()
                + " is not known before, and it is "
                + now.atZone(BusinessTime.ZONE).toOffsetDateTime()
                + "; ask for an earlier time, or without --at for what counts now");
    }
}
