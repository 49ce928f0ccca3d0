package jinbo.cases.sanction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.cases.PendingNotice;
import jinbo.cases.PendingNotices;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Says what insurers have to be told of measures: that they begin, and that they are over. */
@Component
class PendingSanctionNotices implements PendingNotices {

    private final SanctionRows rows;

    PendingSanctionNotices(SanctionRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PendingNotice> of(InsurerCode insurer) {
        List<PendingNotice> notices = new ArrayList<>();
        rows.all().stream()
                .filter(measure -> measure.subject().insurer().equals(insurer))
                .filter(measure -> measure.beginsOn().isPresent())
                .sorted(Comparator.comparing(Sanction::id))
                .forEach(measure -> {
                    notices.add(notice(measure, true, measure.endsOn()));
                    if (measure.state().isOver()) {
                        notices.add(notice(measure, false, Optional.of(lastDay(measure))));
                    }
                });
        return notices;
    }

    private static PendingNotice notice(Sanction measure, boolean begins, Optional<LocalDate> until) {
        CaseNotice.Measure notice = new CaseNotice.Measure(
                begins,
                measure.kind().name(),
                measure.subject().salesperson().map(Salesperson::value),
                measure.beginsOn().orElseThrow(),
                until);
        return PendingNotice.ofMeasure(notice, measure.id());
    }

    /** The day on which it was lifted is its last one. */
    private static LocalDate lastDay(Sanction measure) {
        LocalDate over = BusinessTime.dateOf(measure.since());
        return measure.state() == SanctionState.LIFTED ? over : measure.endsOn().orElse(over);
    }
}
