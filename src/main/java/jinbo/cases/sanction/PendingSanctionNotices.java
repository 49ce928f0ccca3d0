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

/** Provides the notices to insurers that a sanction begins or ends. */
@Component
record PendingSanctionNotices(SanctionRows rows) implements PendingNotices {

    @Override
    public List<PendingNotice> of(InsurerCode insurer) {
        List<PendingNotice> notices = new ArrayList<>();
        rows.all().stream()
                .filter(sanction -> sanction.subject().insurer().equals(insurer))
                .filter(sanction -> sanction.beginsOn().isPresent())
                .sorted(Comparator.comparing(Sanction::id))
                .forEach(sanction -> {
                    notices.add(notice(sanction, true, sanction.endsOn()));
                    if (sanction.state().isOver()) {
                        notices.add(notice(sanction, false, Optional.of(lastDay(sanction))));
                    }
                });
        return notices;
    }

    private static PendingNotice notice(Sanction sanction, boolean begins, Optional<LocalDate> until) {
        CaseNotice.Sanction notice = new CaseNotice.Sanction(
                begins,
                sanction.kind().name(),
                sanction.subject().salesperson().map(Salesperson::value),
                sanction.beginsOn().orElseThrow(),
                until);
        return PendingNotice.ofSanction(notice, sanction.id());
    }

    /** Returns the last day; a lifted sanction ends on the day on which it is lifted, if not before. */
    private static LocalDate lastDay(Sanction sanction) {
        LocalDate over = BusinessTime.dateOf(sanction.since());
        return sanction.endsOn()
                .filter(end -> sanction.state() != Sanction.State.LIFTED || end.isBefore(over))
                .orElse(over);
    }
}
