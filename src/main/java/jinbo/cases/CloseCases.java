package jinbo.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.workday.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes decided cases that nobody can contest any more: the day for an appeal is past, or who could has done so before. */
@Component
public class CloseCases {

    /**
     * Who was asked about a case is told its decision first, in whatever state its drop is; who takes part no longer is not
     * waited for.
     */
    private static final String DUE = """
            select c.number from call_case c
            cross join lateral (select state, due_on from call_case_event where call_case = c.id order by id desc limit 1) e
            left join lateral (select insurer from call_case_party where call_case = c.id order by id desc limit 1) p on true
            where e.state in ('UPHELD', 'DISMISSED')
              and (e.due_on < ? or %s)
              and not exists (
                  select from case_notice n join case_file f on f.id = n.case_file
                  where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
                    and f.insurer = any (?)
                    and not exists (
                        select from case_notice t join case_file g on g.id = t.case_file
                        where g.delivered_at is not null
                          and t.decision = (select max(id) from call_case_decision where call_case = c.id)))
            order by c.id
            """.formatted(Side.HAS_CONTESTED);

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final AdvanceCase advance;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CloseCases(
            JdbcClient jdbc, CaseRows rows, AdvanceCase advance, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.advance = advance;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Closes what is due, each in a transaction of its own.
     *
     * @param exchanging the codes of the insurers with which files are exchanged
     * @return how many
     */
    public int due(List<String> exchanging, Actor by) {
        int closed = 0;
        for (String number : dueNumbers(exchanging)) {
            if (Boolean.TRUE.equals(transaction.execute(status -> close(new CaseNumber(number), by)))) {
                closed++;
            }
        }
        return closed;
    }

    private List<String> dueNumbers(List<String> exchanging) {
        return jdbc.sql(DUE)
                .params(BusinessTime.dateOf(clock.instant()), exchanging.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Somebody may have appealed since it was found. */
    private boolean close(CaseNumber number, Actor by) {
        Optional<CaseRows.Stored> stored =
                rows.findLocked(number).filter(found -> found.summary().state().canBecome(CaseState.CLOSED));
        stored.ifPresent(found -> advance.to(found, CaseState.CLOSED, by, Optional.empty()));
        return stored.isPresent();
    }
}
