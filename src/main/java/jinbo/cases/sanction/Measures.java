package jinbo.cases.sanction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells which measures there are, and records what people decide of them. */
@Component
public class Measures {

    private final MeasureRows rows;
    private final Calendars calendars;
    private final Clock clock;

    Measures(MeasureRows rows, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The days on which a measure counts.
     *
     * @param beginsOn the first
     * @param endsOn the last; empty until it is lifted
     */
    public record Days(LocalDate beginsOn, Optional<LocalDate> endsOn) {}

    /** All, the newest first. */
    public List<Measure> all() {
        return rows.all();
    }

    /** Those that wait for people, or count, or will. */
    public List<Measure> standing() {
        LocalDate today = today();
        return rows.all().stream().filter(measure -> measure.isStanding(today)).toList();
    }

    /** @throws MeasureException if there is none */
    public Measure get(long id) {
        return rows.find(id).orElseThrow(() -> MeasureException.unknown(id));
    }

    /**
     * A measure that can become this.
     *
     * @throws MeasureException if there is none, or it cannot
     */
    public Measure require(long id, MeasureState next) {
        Measure measure = get(id);
        if (!measure.state().canBecome(next)) {
            throw MeasureException.state(measure, next);
        }
        return measure;
    }

    /**
     * When it would count if it were imposed today. It begins on the next working day, for on others nobody at the insurer reads
     * what it is told; and ends on the day of the last month that corresponds to the one before its first.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach that far
     */
    public Days days(Measure measure) {
        LocalDate begins = calendars.current().plusWorkdays(today(), 1);
        return new Days(begins, measure.lasts().map(begins.minusDays(1)::plus));
    }

    /**
     * Imposes a proposed one.
     *
     * @param reason why, without numbers
     * @throws MeasureException if there is none, or it is not proposed
     */
    @Transactional
    public Measure impose(long id, String reason, Actor by) {
        rows.lock();
        Days days = days(require(id, MeasureState.IMPOSED));
        rows.append(
                id,
                MeasureState.IMPOSED,
                by,
                clock.instant(),
                Optional.of(reason),
                Optional.of(days.beginsOn()),
                days.endsOn());
        return get(id);
    }

    /**
     * Refuses a proposed one; its cases earn nothing more.
     *
     * @param reason why, without numbers
     * @throws MeasureException if there is none, or it is not proposed
     */
    @Transactional
    public Measure refuse(long id, String reason, Actor by) {
        return become(id, MeasureState.REFUSED, reason, by);
    }

    /**
     * Ends an imposed one at once.
     *
     * @param reason why, without numbers
     * @throws MeasureException if there is none, or it is not imposed
     */
    @Transactional
    public Measure lift(long id, String reason, Actor by) {
        return become(id, MeasureState.LIFTED, reason, by);
    }

    private Measure become(long id, MeasureState next, String reason, Actor by) {
        rows.lock();
        require(id, next);
        rows.append(id, next, by, clock.instant(), Optional.of(reason));
        return get(id);
    }

    private LocalDate today() {
        return BusinessTime.dateOf(clock.instant());
    }
}
