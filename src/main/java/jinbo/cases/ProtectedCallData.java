package jinbo.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Stores the data of cases that only a logged access opens: the consumer's and caller's numbers, and texts. */
@Component
record ProtectedCallData(JdbcClient jdbc, DataSource dataSource, NumberAccessTemplate gate) {

    /** Complaints about the same call become one case if the second comes within this time after the first. */
    private static final Duration SAME = Duration.ofDays(1);

    private static final int MOST_SUPPLEMENTS = 10;

    /** Finds the consumer's recent case about the same call, unless withdrawn: same caller, insurer, line and minute. */
    Optional<CaseNumber> findOpened(AccessPermit permit, CallComplaint complaint, Instant now) {
        Instant minute = complaint.calledAt().truncatedTo(ChronoUnit.MINUTES);
        return openGate(
                permit,
                () -> jdbc.sql("""
                select c.number from call_case_number n join call_case c on c.id = n.call_case
                where n.mobile = ? and n.caller is not distinct from ?::text and c.insurer is not distinct from ?::text
                  and c.business_line is not distinct from ?::text
                  and c.called_at >= ? and c.called_at < ? and c.opened_at > ?
                  and not exists (select from newest_case_event e where e.call_case = c.id and e.state = 'CLOSED'
                                  and not exists (select from newest_case_decision d where d.call_case = c.id))
                order by c.id limit 1
                """)
                        .params(
                                complaint.consumer().value(),
                                complaint.caller().map(CallerNumber::digits).orElse(null),
                                complaint.insurer().map(InsurerCode::value).orElse(null),
                                complaint.businessLine().map(LineCode::value).orElse(null),
                                minute.atOffset(ZoneOffset.UTC),
                                minute.plus(1, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC),
                                now.minus(SAME).atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .optional()
                        .map(CaseNumber::new));
    }

    void save(AccessPermit permit, CaseRows.Stored opened, CallComplaint complaint) {
        openGate(
                permit,
                () -> jdbc.sql("insert into call_case_number (call_case, mobile, caller, words) values (?, ?, ?, ?)")
                        .params(
                                opened.id(),
                                complaint.consumer().value(),
                                complaint.caller().map(CallerNumber::digits).orElse(null),
                                complaint.words())
                        .update());
    }

    /** @return false if the same text was added before */
    boolean supplement(AccessPermit permit, CaseRows.Stored stored, String words, Instant now) {
        return openGate(permit, () -> {
            boolean added = jdbc.sql("""
                            insert into call_case_supplement (call_case, mobile, words, at)
                            select call_case, mobile, ?, ? from call_case_number where call_case = ? on conflict do nothing
                            """)
                            .params(words, now.atOffset(ZoneOffset.UTC), stored.id())
                            .update()
                    == 1;
            long all = jdbc.sql("select count(*) from call_case_supplement where call_case = ?")
                    .param(stored.id())
                    .query(Long.class)
                    .single();
            if (all > MOST_SUPPLEMENTS) {
                throw new CallComplaintException(CallComplaintError.TOO_MANY);
            }
            return added;
        });
    }

    Optional<ReportedCall> findReport(AccessPermit permit, CaseRows.Stored stored) {
        return openGate(
                permit,
                () -> jdbc.sql("""
                        select n.caller, concat_ws(E'\\n\\n', nullif(n.words, ''),
                            (select string_agg(to_char(s.at at time zone ?, 'YYYY-MM-DD: ') || s.words, E'\\n\\n' order by s.at)
                             from call_case_supplement s where s.call_case = n.call_case)) as words
                        from call_case_number n where n.call_case = ?
                        """)
                        .param(BusinessTime.ZONE.getId())
                        .param(stored.id())
                        .query((row, number) -> new ReportedCall(
                                Optional.ofNullable(row.getString("caller")).map(CallerNumber::new),
                                row.getString("words")))
                        .optional());
    }

    Optional<CallNumbers> findNumbers(AccessPermit permit, CaseRows.Stored stored) {
        return openGate(
                permit,
                () -> jdbc.sql("select mobile, caller from call_case_number where call_case = ?")
                        .param(stored.id())
                        .query((row, number) -> new CallNumbers(
                                new Mobile(row.getLong("mobile")),
                                Optional.ofNullable(row.getString("caller")).map(CallerNumber::new)))
                        .optional());
    }

    /** Erases the data of closed cases, as far as it was not erased with the consumer's number before. */
    int erase(AccessPermit permit, List<Long> closed) {
        return openGate(
                permit,
                () -> jdbc.sql("delete from call_case_number where call_case = any (?)")
                        .param(closed.toArray(Long[]::new))
                        .update());
    }

    /** Uses the transaction's connection, as {@link JdbcClient} does. */
    private <T> T openGate(AccessPermit permit, Supplier<T> work) {
        return gate.<T, RuntimeException>open(
                permit, DataSourceUtils.getConnection(dataSource), connection -> work.get());
    }
}
