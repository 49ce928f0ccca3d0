package jinbo.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.reference.phone.Mobile;
import jinbo.registry.PastRegistrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records which consumers want messages about their case, finds the messages that are due, and records their results;
 * {@code SendCaseMessages} in {@code consumer} sends them.
 */
@Component
public record CaseMessages(
        JdbcClient jdbc,
        CaseRows rows,
        ProtectedCallData calls,
        PastRegistrations past,
        AccessLog accessLog,
        TransactionTemplate transaction,
        Clock clock) {

    /** SQL: true if the consumer of the case {@code c} wants messages. */
    static final String WANTED = "exists (select from call_case_message m where m.call_case = c.id)";

    /** How often a message may be refused before it is given up, so that one number does not hold up the others. */
    static final int MOST_REFUSALS = 10;

    /** @param refusal why no gateway accepted the message; empty if one did, or if the number was erased or released */
    public record Result(boolean sent, Optional<String> refusal) {}

    /** A message to send about the newest event of a case. */
    public record Due(CaseNumber number, long event) {}

    /** Records whether the consumer wants messages about later events of the case. */
    public void setWanted(CaseNumber number, boolean wanted) {
        if (wanted) {
            jdbc.sql("""
                insert into call_case_message (call_case, wanted_at, after_event)
                select e.call_case, ?, e.id from newest_case_event e join call_case c on c.id = e.call_case
                where c.number = ? and e.state <> 'CLOSED' on conflict do nothing
                """)
                    .params(clock.instant().atOffset(ZoneOffset.UTC), number.toString())
                    .update();
        } else {
            jdbc.sql("delete from call_case_message m using call_case c where c.id = m.call_case and c.number = ?")
                    .param(number.toString())
                    .update();
        }
    }

    /** Finds cases without a message about their newest event, in the order of these events, after the given event. */
    public List<Due> due(long afterEvent, int most) {
        return jdbc.sql("""
                select c.number, e.id from call_case_message m join call_case c on c.id = m.call_case
                join newest_case_event e on e.call_case = c.id
                where e.id > m.after_event and e.id > ? order by e.id limit ?
                """)
                .params(afterEvent, most)
                .query((row, number) -> new Due(new CaseNumber(row.getString(1)), row.getLong(2)))
                .list();
    }

    /**
     * Sends one message. If the process dies before the result is recorded, the next run sends it again.
     *
     * @param send returns why no gateway has accepted the message, which then stays due until its {@value
     *     #MOST_REFUSALS}th refusal
     */
    public Result send(Due due, Function<Mobile, Optional<String>> send) {
        CaseRows.Stored stored = rows.get(due.number());
        AccessPermit permit = accessLog.begin(stored.access(
                Actor.batch(), AccessAction.REMIND, "the consumer is told that the state of a complaint has changed"));
        try {
            Optional<CallNumbers> found = transaction.execute(status -> calls.findNumbers(permit, stored));
            Optional<Mobile> mobile = found.map(CallNumbers::consumer)
                    .filter(number -> past.lastRelease(permit, number)
                            .filter(release -> !stored.summary().openedAt().isAfter(release.at()))
                            .isEmpty());
            Optional<String> refusal = mobile.flatMap(send);
            transaction.executeWithoutResult(status -> {
                if (refusal.isEmpty() || isLastRefusal(stored)) {
                    recordNotified(stored, due);
                }
                String outcome = mobile.isEmpty() ? "NEEDLESS" : refusal.isEmpty() ? "SENT" : "NOT_SENT";
                accessLog.complete(permit, outcome, found.isPresent() ? 1 : 0);
            });
            return new Result(mobile.isPresent() && refusal.isEmpty(), refusal);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private boolean isLastRefusal(CaseRows.Stored stored) {
        return jdbc.sql("update call_case_message set refused = refused + 1 where call_case = ? returning refused")
                .param(stored.id())
                .query(Integer.class)
                .optional()
                .filter(refused -> refused >= MOST_REFUSALS)
                .isPresent();
    }

    private void recordNotified(CaseRows.Stored stored, Due due) {
        jdbc.sql("update call_case_message set after_event = ?, refused = 0 where call_case = ?")
                .params(due.event(), stored.id())
                .update();
        jdbc.sql("""
                delete from call_case_message m using call_case_event e
                where m.call_case = ? and e.id = m.after_event and e.state = 'CLOSED'
                """).param(stored.id()).update();
    }
}
