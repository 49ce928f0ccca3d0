package jinbo.cases.sanction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the end of sanctions whose last day is past. Even before the record, they no longer apply after that day. */
@Component
public class EndDueSanctions {

    private final SanctionRows rows;
    private final Clock clock;

    EndDueSanctions(SanctionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional
    public List<Sanction> run() {
        rows.lock();
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        List<Sanction> ended = rows.all().stream()
                .filter(sanction -> sanction.state() == Sanction.State.IMPOSED && !sanction.isStanding(today))
                .toList();
        ended.forEach(
                sanction -> rows.append(sanction.id(), Sanction.State.ENDED, Actor.batch(), now, Optional.empty()));
        return ended.stream()
                .flatMap(sanction -> rows.find(sanction.id()).stream())
                .toList();
    }
}
