package jinbo.participant.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The phone numbers of open requests. Each use is an access of its own, to an object such as {@code request 12}. */
@Component
public record RequestNumbers(
        JdbcClient jdbc,
        DataSource dataSource,
        NumberAccessTemplate gate,
        AccessLog accessLog,
        SubjectKeys keys,
        Clock clock,
        TransactionTemplate transaction) {

    private static final String NO_REASON = "no reason given";
    private static final String ENDED = "the request waits no more";

    /** Stores the number of a new request, in the transaction that records the request. */
    void keep(Request request, Mobile mobile, Actor by) {
        jdbc.sql("insert into request_about_number (request) values (?)")
                .param(request.id())
                .update();
        accessed(
                request.id(),
                request.duty(),
                by,
                request.reason().orElse(NO_REASON),
                Optional.of(subjectOf(mobile)),
                "KEPT",
                permit -> {
                    open(
                            permit,
                            () -> jdbc.sql("insert into request_number (request, mobile) values (?, ?)")
                                    .params(request.id(), mobile.value())
                                    .update());
                    return true;
                });
    }

    /** Removes and returns the number of a request, if it has one, in the transaction that confirms the request. */
    Optional<Mobile> take(Request request, Actor actor) {
        if (!jdbc.sql("select exists (select from request_about_number where request = ?)")
                .param(request.id())
                .query(Boolean.class)
                .single()) {
            return Optional.empty();
        }
        Optional<Mobile> taken = accessed(
                request.id(),
                request.duty(),
                actor,
                request.reason().orElse(NO_REASON),
                Optional.empty(),
                "TAKEN",
                permit -> remove(request.id(), permit));
        if (taken.isEmpty()) {
            throw new StaffException(StaffError.NUMBER_GONE, request.id());
        }
        return taken;
    }

    /** True if an open request is about this number, which the second person has entered. */
    boolean isAbout(Request request, Mobile mobile, Actor by) {
        return accessed(
                request.id(),
                request.duty(),
                by,
                "compared with what the second person knows",
                Optional.of(subjectOf(mobile)),
                "COMPARED",
                permit -> open(
                        permit,
                        () -> jdbc.sql("select exists (select from request_number where request = ? and mobile = ?)")
                                .params(request.id(), mobile.value())
                                .query(Boolean.class)
                                .single()));
    }

    /** Deletes the numbers of requests that are no longer open. If there are none, begins no access. */
    public int removeEnded(Actor by) {
        List<Ended> ended = jdbc.sql("""
                select q.id, q.duty from request_about_number a
                join request q on q.id = a.request
                left join request_decision d on d.request = a.request
                where a.removed_at is null and (d.request is not null or q.expires_at <= ?)
                order by 1
                """).param(now()).query(Ended.class).list();
        ended.forEach(request -> accessed(
                request.id,
                request.duty,
                by,
                ENDED,
                Optional.empty(),
                "REMOVED",
                permit -> remove(request.id, permit)));
        return ended.size();
    }

    private record Ended(long id, Duty duty) {}

    private Optional<Mobile> remove(long request, AccessPermit permit) {
        jdbc.sql("update request_about_number set removed_at = ? where request = ? and removed_at is null")
                .params(now(), request)
                .update();
        return open(
                permit,
                () -> jdbc.sql("delete from request_number where request = ? returning mobile")
                        .param(request)
                        .query(Long.class)
                        .optional()
                        .map(Mobile::new));
    }

    private <T> T accessed(
            long request,
            Duty duty,
            Actor actor,
            String purpose,
            Optional<Subject> subject,
            String outcome,
            Function<AccessPermit, T> work) {
        AccessPermit permit = accessLog.begin(
                new Access(actor, duty.action(), purpose, Optional.empty(), "request " + request, subject));
        try {
            return transaction.execute(status -> {
                T done = work.apply(permit);
                accessLog.complete(permit, outcome, 1);
                return done;
            });
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    /** Opens the gate to the numbers on the transaction's connection, which {@link JdbcClient} uses as well. */
    private <T> T open(AccessPermit permit, Supplier<T> work) {
        return gate.<T, RuntimeException>open(
                permit, DataSourceUtils.getConnection(dataSource), connection -> work.get());
    }

    private Subject subjectOf(Mobile mobile) {
        return keys.subjectOf(mobile.value(), BusinessTime.today(clock));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
