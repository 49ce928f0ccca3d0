package jinbo.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.RegistrationDigest;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one insurer inherit the blocks of another, as a registration with a revision of its own. */
@Component
public record Successions(JdbcClient jdbc, AppendBatch append, RederiveBlocks rederive) {

    /**
     * Records the succession under the registry lock. From now on, a block of the leaving insurer also binds its
     * successor. If both insurers have a block of the same number, the later end counts.
     *
     * @throws IllegalArgumentException if both insurers are the same, the successor does not sell all lines of the
     *     other, or one of them has already been succeeded
     */
    public CommittedBatch succeed(AccessPermit permit, Insurer from, Insurer to, Instant at) {
        AppendBatch.requireTransaction(permit);
        if (from.id() == to.id()
                || !from.lines().stream().allMatch(line -> to.in(line.code()).isPresent())) {
            throw new IllegalArgumentException(
                    "The successor of " + from.code() + " is another insurer with all its lines, not " + to.code());
        }
        NewBatch batch = NewBatch.succession(from.id(), to.id(), at, BusinessTime.dateOf(at));
        RegistrationDigest digest = append.digest(batch.registeredOn());
        batch.begin(digest);
        digest.addSuccession(from.id(), to.id());
        long id = append.nextId();
        long revision = append.takeRevision();
        requireNotSucceeded(from);
        requireNotSucceeded(to);
        append.append(id, revision, batch, 0);
        AtomicLong numbers = new AtomicLong();
        append.withNumberAccess(permit, () -> numbers.set(rederive.ofInsurers(from.id(), to.id(), revision)));
        return new CommittedBatch(
                revision, 0, numbers.get(), Optional.of(new LoggedRegistrations(id, revision, 0, digest.hex())));
    }

    private void requireNotSucceeded(Insurer insurer) {
        boolean succeeded = jdbc.sql(
                        "select exists (select from registration_batch where kind = 'SUCCESSION' and insurer = ?)")
                .param(insurer.id())
                .query(Boolean.class)
                .single();
        if (succeeded) {
            throw new IllegalArgumentException(insurer.code()
                    + " has been succeeded before; its successor can be succeeded, and can succeed others");
        }
    }
}
