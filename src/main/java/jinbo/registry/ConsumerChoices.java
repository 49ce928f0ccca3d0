package jinbo.registry;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
import jinbo.registry.NewBatch.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers consumers' choices and cancellations, and releases of numbers that have changed hands. Before a call, the
 * caller must have verified the holder of the number: by a code that was sent to the number, or by two operators.
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
        RederiveBlocks rederive) {

    private static final String OBJECT = "one number";
    private static final SortedSet<Short> NOBODY = new TreeSet<>(Set.of(BlockScopes.NOBODY));

    /** The block that a choice made now would bring to insurers that are not blocked yet. */
    public Interval previewBlock(Term term) {
        return block(term, Optional.empty());
    }

    private Interval block(Term term, Optional<LocalDate> renewedEnd) {
        LocalDate effectiveOn = gracePeriod.effectiveOn(BusinessTime.today(clock), calendars.current());
        return new Interval(effectiveOn, term.end(renewedEnd.orElse(effectiveOn)));
    }

    /**
     * Registers a choice or a cancellation.
     *
     * @param purpose the purpose for the access log; must not contain a phone number
     * @throws jinbo.participant.insurer.InsurerException if an insurer does not exist or never sold the line
     * @throws jinbo.reference.business.LineException if a line does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day of the block
     */
    public Result choose(Mobile mobile, ConsumerChoice choice, Actor actor, String purpose) {
        return choose(mobile, choice, Optional.empty(), OptionalLong.empty(), actor, purpose);
    }

    /**
     * Registers a choice that renews another.
     *
     * @param renewed the revision of the other choice
     * @param renewedEnd the first day after its block, from which the term is counted (rule 4)
     * @throws SupersededException if the number has a later choice, or was released or erased
     */
    public Result renew(
            Mobile mobile, ConsumerChoice choice, long renewed, LocalDate renewedEnd, Actor actor, String purpose) {
        return choose(mobile, choice, Optional.of(renewedEnd), OptionalLong.of(renewed), actor, purpose);
    }

    Result choose(
            Mobile mobile,
            ConsumerChoice choice,
            Optional<LocalDate> renewedEnd,
            OptionalLong renewed,
            Actor actor,
            String purpose) {
        Instant at = now();
        LocalDate on = BusinessTime.dateOf(at);
        SortedSet<Short> scopes = scopes(choice);
        WorkdayCalendar calendar = calendars.current();
        if (scopes.isEmpty()) {
            return register(mobile, NewBatch.withoutBlock(Kind.CHOICE, at, on), NOBODY, on, renewed, actor, purpose);
        }
        LocalDate effectiveOn = gracePeriod.effectiveOn(on, calendar);
        NewBatch batch = NewBatch.choice(at, on, effectiveOn, calendar.version());
        LocalDate expiresOn = choice.term().end(renewedEnd.orElse(effectiveOn));
        return register(mobile, batch, scopes, expiresOn, renewed, actor, purpose);
    }

    /** Releases a number that has changed hands: its blocks end, and earlier complaints no longer count. */
    public Result release(Mobile mobile, Actor actor, String purpose) {
        Instant at = now();
        LocalDate on = BusinessTime.dateOf(at);
        NewBatch batch = NewBatch.withoutBlock(Kind.RELEASE, at, on);
        return register(mobile, batch, NOBODY, on, OptionalLong.empty(), actor, purpose);
    }

    /** The blocks that the number would have after {@link #choose}; registers nothing. */
    public DerivedBlocks ifChosen(NumberHistory history, ConsumerChoice choice, Optional<LocalDate> renewedEnd) {
        Instant at = now();
        SortedSet<Short> scopes = scopes(choice);
        Interval block = scopes.isEmpty()
                ? new Interval(BusinessTime.dateOf(at), BusinessTime.dateOf(at))
                : block(choice.term(), renewedEnd);
        DerivedBlocks blocks = history.asOf(Long.MAX_VALUE);
        blocks.fold(new Registration.Choice(
                new Registration.Stamp(0, Long.MAX_VALUE, at, BusinessTime.dateOf(at)),
                scopes.isEmpty() ? NOBODY : scopes,
                block));
        return blocks;
    }

    /** Truncated to microseconds, the precision of PostgreSQL, so that the driver does not round it. */
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

    private Result register(
            Mobile mobile,
            NewBatch batch,
            SortedSet<Short> scopes,
            LocalDate expiresOn,
            OptionalLong renewed,
            Actor actor,
            String purpose) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                batch.kind() == Kind.RELEASE ? AccessAction.RELEASE_NUMBER : AccessAction.CHOOSE,
                purpose,
                Optional.empty(),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.today(clock)))));
        faultPointListener.reached(FaultPoint.REGISTRATION_BEGUN);
        try {
            Result registered = transaction.execute(status -> {
                Interval block = new Interval(batch.effectiveOn().orElse(expiresOn), expiresOn);
                LoggedRegistrations appended = append(permit, batch, mobile, block, scopes, renewed);
                long entry = accessLog.complete(
                        permit, AccessResult.of("REGISTERED", 1).with(appended));
                return new Result(
                        appended.revision(),
                        batch.registeredAt(),
                        entry,
                        batch.effectiveOn().map(first -> block));
            });
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                // if the caller's transaction rolls back, the successful result is lost with it
                accessLog.failed(permit, new UnexpectedRollbackException("The caller has failed"));
            }
            return registered;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private LoggedRegistrations append(
            AccessPermit permit,
            NewBatch batch,
            Mobile mobile,
            Interval block,
            SortedSet<Short> scopes,
            OptionalLong renewed) {
        RegistrationDigest digest = append.digest(batch.registeredOn());
        batch.begin(digest);
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        AppendBatch.BatchNumbers taken = append.appendNext(batch, scopes.size());
        // the upload that had the lock until now may have combined some lines for the first time
        BlockScopes known = knownScopes();
        append.withNumberAccess(announced, () -> {
            renewed.ifPresent(this::requireLatest);
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
        return new LoggedRegistrations(taken.id(), taken.revision(), scopes.size(), digest.hex());
    }

    private void requireLatest(long renewed) {
        try {
            if (NumberSql.longs(append.connection(), ConsumerRegistrationNumbers.STILL_LAST, renewed)
                    .isEmpty()) {
                throw new SupersededException();
            }
        } catch (SQLException e) {
            throw new RegistryReadException("the latest choice of a number", e);
        }
    }

    private BlockScopes knownScopes() {
        try {
            return BlockScopes.read(append.connection());
        } catch (SQLException e) {
            throw new RegistryReadException("the numbers of insurers and lines", e);
        }
    }

    /** The choice to be renewed is not the latest registration of its number any more. */
    public static final class SupersededException extends RuntimeException {

        private SupersededException() {
            super("A later registration of the number exists");
        }
    }

    /**
     * @param entry the ID of the entry in the access log
     * @param block the block for insurers that were not blocked before; the blocks of other insurers begin earlier and
     *     end on the same day
     */
    public record Result(long revision, Instant registeredAt, long entry, Optional<Interval> block) {}
}
