package jinbo.cases.sanction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows sanctions and records what people decide about them. */
@Component
public class Sanctions {

    private final SanctionRows rows;
    private final Calendars calendars;
    private final Clock clock;

    Sanctions(SanctionRows rows, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The days of a sanction; {@code endsOn} is empty if it lasts until people lift it. */
    public record Days(LocalDate beginsOn, Optional<LocalDate> endsOn) {

        /** Three months from 6 May end on 5 August; three months from 30 November, on the last day of February. */
        static Days of(LocalDate begins, Optional<Period> lasts) {
            return new Days(begins, lasts.map(length -> {
                LocalDate after = begins.plus(length);
                boolean shortened = length.getDays() == 0 && after.getDayOfMonth() < begins.getDayOfMonth();
                return shortened ? after : after.minusDays(1);
            }));
        }
    }

    /** Returns all sanctions, newest first. */
    public List<Sanction> all() {
        return rows.all();
    }

    /** Finds the sanctions that are proposed, in force or about to begin. */
    public List<Sanction> standing() {
        LocalDate today = BusinessTime.today(clock);
        return rows.all().stream()
                .filter(sanction -> sanction.isStanding(today))
                .toList();
    }

    /** @throws SanctionException if the sanction does not exist */
    public Sanction get(long id) {
        return rows.find(id).orElseThrow(() -> new SanctionException(SanctionError.SANCTION_UNKNOWN, id));
    }

    /** @throws SanctionException if the sanction does not exist or cannot get this state */
    public Sanction require(long id, Sanction.State next) {
        Sanction sanction = get(id);
        if (!sanction.state().canBecome(next)) {
            throw new SanctionException(SanctionError.SANCTION_STATE, sanction.id(), sanction.state(), next);
        }
        return sanction;
    }

    /**
     * Returns the days of a sanction that is imposed today. It begins on the next working day, so that the insurer can
     * read the notice first.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach that day
     */
    public Days days(Sanction sanction) {
        LocalDate begins = calendars.current().plusWorkdays(BusinessTime.today(clock), 1);
        return Days.of(begins, sanction.lasts());
    }

    @Transactional
    public Sanction impose(long id, String reason, Actor by) {
        rows.lock();
        Days days = days(require(id, Sanction.State.IMPOSED));
        rows.append(
                id,
                Sanction.State.IMPOSED,
                by,
                clock.instant(),
                Optional.of(reason),
                Optional.of(days.beginsOn()),
                days.endsOn());
        return get(id);
    }

    /** @throws SanctionException if the sanction does not exist or is not proposed */
    @Transactional
    public Sanction refuse(long id, String reason, Actor by) {
        return become(id, Sanction.State.REFUSED, reason, by);
    }

    /** @throws SanctionException if the sanction does not exist or is not imposed */
    @Transactional
    public Sanction lift(long id, String reason, Actor by) {
        return become(id, Sanction.State.LIFTED, reason, by);
    }

    private Sanction become(long id, Sanction.State next, String reason, Actor by) {
        rows.lock();
        require(id, next);
        rows.append(id, next, by, clock.instant(), Optional.of(reason));
        return get(id);
    }
}
