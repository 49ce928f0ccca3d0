package jinbo.registry;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.RegistrationDigest;
import jinbo.accesslog.SubjectKeys;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers what consumers say of their own numbers: a choice, a cancellation, and that a number has changed hands. Whoever calls
 * this has made sure that it is the holder who says so: by a code sent to the number, or by two operators.
 */
@Component
public record ConsumerChoices(
        AccessLog accessLog,
        SubjectKeys keys,
        Insurers insurers,
        BusinessLines lines,
        Calendars calendars,
        GracePeriod gracePeriod,
        FaultPointListener faultPointListener,
        Clock clock,
        TransactionTemplate transaction,
        JdbcClient jdbc,
        AppendBatch append,
        RederiveBlocks rederive,
        DataSource dataSource) {

    private static final String OBJECT = "one number";

    /**
     * The block that a choice of this moment would bring to insurers that did not have to keep quiet before.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    public Interval previewBlock(Term term) {
        return block(term, Optional.empty());
    }

    private Interval block(Term term, Optional<LocalDate> renewedEnd) {
        LocalDate effectiveOn = gracePeriod.effectiveOn(BusinessTime.dateOf(clock.instant()), calendars.current());
        return new Interval(effectiveOn, term.end(renewedEnd.orElse(effectiveOn)));
    }

    /**
     * Registers a choice, also a changed one or a cancellation.
     *
     * @param purpose why, without numbers
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist; nothing is registered
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer in a line that it never sold
     * @throws jinbo.reference.business.LineException if it names a line that does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day of a block; nothing is registered
     */
    public Result choose(Mobile mobile, ConsumerChoice choice, Actor actor, String purpose) {
        return choose(mobile, choice, Optional.empty(), actor, purpose);
    }

    /**
     * The same for a choice that may be a renewal.
     *
     * @param renewedEnd the first day after the choice that it renews: its term is counted from there (rule 4)
     */
    public Result choose(
            Mobile mobile, ConsumerChoice choice, Optional<LocalDate> renewedEnd, Actor actor, String purpose) {
        Instant at = now();
        LocalDate on = BusinessTime.dateOf(at);
        SortedSet<Short> scopes = scopes(choice);
        WorkdayCalendar calendar = calendars.current();
        NewBatch batch = scopes.isEmpty()
                ? NewBatch.cancellation(at, on)
                : NewBatch.choice(at, on, gracePeriod.effectiveOn(on, calendar), calendar.version());
        return announced(
                mobile,
                actor,
                AccessAction.CHOOSE,
                purpose,
                at,
                permit -> choice(
                        permit,
                        batch,
                        mobile,
                        scopes,
                        choice.term().end(renewedEnd.or(batch::effectiveOn).orElse(on))));
    }

    /**
     * Releases a number that somebody else has now: its blocks end, and complaints from before count no longer.
     *
     * @param purpose why, without numbers
     */
    public Result release(Mobile mobile, Actor actor, String purpose) {
        Instant at = now();
        NewBatch batch = NewBatch.release(at, BusinessTime.dateOf(at));
        return announced(
                mobile, actor, AccessAction.RELEASE_NUMBER, purpose, at, permit -> release(permit, batch, mobile));
    }

    /**
     * The blocks of a number as a choice of this moment would leave them; nothing is registered.
     *
     * @param renewedEnd the first day after the choice that it renews, if it does
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    public DerivedBlocks ifChosen(NumberHistory history, ConsumerChoice choice, Optional<LocalDate> renewedEnd) {
        Instant at = now();
        SortedSet<Short> scopes = scopes(choice);
        Interval block = scopes.isEmpty()
                ? new Interval(BusinessTime.dateOf(at), BusinessTime.dateOf(at))
                : block(choice.term(), renewedEnd);
        DerivedBlocks blocks = history.asOf(Long.MAX_VALUE);
        blocks.fold(new Registration.Choice(
                new Registration.Stamp(0, Long.MAX_VALUE, at, BusinessTime.dateOf(at)),
                scopes.isEmpty() ? new TreeSet<>(Set.of(BlockScopes.NOBODY)) : scopes,
                block));
        return blocks;
    }

    /** In the microseconds that PostgreSQL keeps; clocks tell more, and one would round what another cuts off. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private SortedSet<Short> scopes(ConsumerChoice choice) {
        SortedSet<Short> scopes = new TreeSet<>();
        Stream.concat(
                        choice.lines().stream().map(line -> lines.get(line).scope()),
                        choice.insurers().stream()
                                .map(name -> insurers.get(name).scope()))
                .forEach(scopes::add);
        return scopes;
    }

    private Result announced(
            Mobile mobile,
            Actor actor,
            AccessAction action,
            String purpose,
            Instant at,
            Function<AccessPermit, Appended> work) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                action,
                purpose,
                Optional.empty(),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.dateOf(clock.instant())))));
        faultPointListener.reached(FaultPoint.REGISTRATION_BEGUN);
        try {
            Result registered = transaction.execute(status -> {
                Appended recorded = work.apply(permit);
                long entry = accessLog.complete(
                        permit, AccessResult.of("REGISTERED", 1).with(recorded.vouched()));
                return new Result(recorded.revision(), at, entry, recorded.block());
            });
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                // the caller has more to write, and the result would go with that
                accessLog.failed(permit, new UnexpectedRollbackException("The caller has failed"));
            }
            return registered;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    /**
     * Appends a consumer's choice as a batch of its own and derives the number's blocks anew, in the caller's
     * transaction.
     */
    /** @param expiresOn the first day after the block, of a choice that names somebody */
    private Appended choice(
            AccessPermit permit, NewBatch batch, Mobile mobile, SortedSet<Short> scopes, LocalDate expiresOn) {
        if (scopes.isEmpty()) {
            return record(permit, batch, mobile, nobody(batch), BlockScopes.NOBODY);
        }
        Interval block = new Interval(batch.effectiveOn().orElseThrow(), expiresOn);
        return record(permit, batch, mobile, block, scopes.toArray(Short[]::new));
    }

    private Appended release(AccessPermit permit, NewBatch batch, Mobile mobile) {
        return record(permit, batch, mobile, nobody(batch), BlockScopes.NOBODY);
    }

    private static Interval nobody(NewBatch batch) {
        return new Interval(batch.registeredOn(), batch.registeredOn());
    }

    private Appended record(AccessPermit permit, NewBatch batch, Mobile mobile, Interval block, Short... scopes) {
        RegistrationDigest digest = append.digest(batch.registeredOn());
        batch.begin(digest);
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        AppendBatch.BatchNumbers taken = append.appendNext(batch, scopes.length);
        // an upload that this waited for may be the first to name some lines together
        BlockScopes known = knownScopes();
        append.withNumberAccess(announced, () -> {
            int line = 0;
            for (short scope : scopes) {
                line++;
                jdbc.sql("""
                    insert into registration_row (batch, line, mobile, scope, effective_on, expires_on)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                        .params(taken.id(), line, mobile.value(), scope, block.effectiveOn(), block.expiresOn())
                        .update();
                digest.addChoice(
                        line,
                        mobile.value(),
                        scope,
                        block.effectiveOn().toEpochDay(),
                        block.expiresOn().toEpochDay());
            }
            rederive.ofNumber(mobile, taken.revision(), known);
        });
        boolean nobody = scopes[0] == BlockScopes.NOBODY;
        return new Appended(
                taken.revision(),
                nobody ? Optional.empty() : Optional.of(block),
                new LoggedRegistrations(taken.id(), taken.revision(), scopes.length, digest.hex()));
    }

    private BlockScopes knownScopes() {
        try {
            return BlockScopes.read(DataSourceUtils.getConnection(dataSource));
        } catch (SQLException e) {
            throw new RegistryReadException("the numbers of insurers and lines", e);
        }
    }

    /**
     * @param entry the id of the access log's result that vouches for it
     * @param block for insurers that did not have to keep quiet before; those that had to go on without a gap until its end. Empty for
     *     a cancellation and for a number that was released
     */
    public record Result(long revision, Instant registeredAt, long entry, Optional<Interval> block) {}

    /** @param block for insurers that did not have to keep quiet before; empty for nobody */
    private record Appended(long revision, Optional<Interval> block, LoggedRegistrations vouched) {}
}
