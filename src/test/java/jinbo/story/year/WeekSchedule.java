package jinbo.story.year;

import java.time.LocalTime;

/** When things happen in a week. */
final class WeekSchedule {

    /** On Mondays insurers put their answers on their drops ... */
    static final LocalTime ANSWER = LocalTime.of(8, 0);

    /** ... which the association takes. */
    static final LocalTime COLLECT = LocalTime.of(10, 0);

    /** On Wednesdays lists are made. */
    static final LocalTime PUBLISH = LocalTime.of(18, 0);

    /** On Thursdays insurers are sent their cases, and what has ended is closed. */
    static final LocalTime SETTLE = LocalTime.of(9, 30);

    /** On Fridays people decide. */
    static final LocalTime DECIDE = LocalTime.of(15, 0);

    private WeekSchedule() {}
}
