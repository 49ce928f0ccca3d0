package jinbo.consumer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.accesslog.LogEvidence;
import jinbo.cases.CaseRuling;
import jinbo.cases.report.CaseCounts;
import jinbo.cases.report.CaseReport;
import jinbo.cases.report.CaseReports;
import jinbo.cases.report.MonthlyCaseCounts;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes the public report about registrations and complaints in the last twelve complete months, once an hour at
 * most.
 */
@Component
class ReadSupervisionReport {

    private static final int MONTHS = 12;
    private static final Duration FRESH = Duration.ofHours(1);

    /** Smaller counts, except 0, are hidden, because they could point to a person. A median needs this many answers. */
    private static final int LEAST = 5;

    private final CaseReports cases;
    private final Insurers insurers;
    private final LogEvidence log;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Optional<Counted> last = Optional.empty();

    private record Counted(Instant at, SupervisionReport report) {}

    ReadSupervisionReport(CaseReports cases, Insurers insurers, LogEvidence log, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.insurers = insurers;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** While one thread computes a new report, others get the last one. If there is none yet, they wait. */
    SupervisionReport read() {
        Instant now = clock.instant();
        Optional<Counted> known = last;
        if (known.filter(counted -> counted.at().plus(FRESH).isAfter(now)).isPresent()) {
            return known.get().report();
        }
        if (known.isEmpty()) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return known.get().report();
        }
        try {
            if (last.equals(known)) {
                last = Optional.of(new Counted(now, readNow(now)));
            }
            return last.orElseThrow().report();
        } finally {
            counting.unlock();
        }
    }

    private SupervisionReport readNow(Instant now) {
        LogEvidence.SignedHead head = log.head();
        Map<InsurerCode, String> names =
                insurers.all().stream().collect(Collectors.toMap(Insurer::code, Insurer::name));
        List<MonthlyCaseCounts> months = cases.of(
                        YearMonth.from(BusinessTime.dateOf(now)).minusMonths(1))
                .months();
        List<SupervisionReport.Row> rows = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(back -> months.get(months.size() - back))
                .flatMap(month -> rows(month, names).stream())
                .toList();
        return new SupervisionReport(rows, head.checkpoint(), head.verifierKey());
    }

    private List<SupervisionReport.Row> rows(MonthlyCaseCounts month, Map<InsurerCode, String> names) {
        List<SupervisionReport.Row> rows = new ArrayList<>();
        String name = month.month().toString();
        // without a total of cases, from which hidden counts could be computed
        rows.add(new SupervisionReport.Row(name, "", "", shown(registered(month.month())), "", "", ""));
        month.insurers()
                .forEach((insurer, counts) -> rows.add(new SupervisionReport.Row(
                        name,
                        insurer.value(),
                        names.getOrDefault(insurer, insurer.value()),
                        "",
                        shown(counts.opened()),
                        shown(counts.found(CaseRuling.VIOLATION)),
                        medianWorkdays(counts))));
        return rows;
    }

    private long registered(YearMonth month) {
        return jdbc.sql("""
                select count(distinct subject) from consumer_registration
                where registered_at >= ? and registered_at < ? and term is not null
                """)
                .params(
                        CaseReport.startOf(month).atOffset(ZoneOffset.UTC),
                        CaseReport.endOf(month).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String medianWorkdays(CaseCounts counts) {
        return counts.answers().workdays().size() < LEAST
                ? "–"
                : counts.answers().median().map(BigDecimal::toPlainString).orElse("–");
    }

    private static String shown(long count) {
        return count > 0 && count < LEAST ? "<" + LEAST : Long.toString(count);
    }
}
