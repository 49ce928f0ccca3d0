package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;

/**
 * A batch of registrations that has its revision.
 *
 * @param numbers how many numbers were read or written, for the access log: one for each registration, or for a
 *     succession those with changed blocks
 * @param vouched the batch and its digest, to be stated in the result entry of the access log; empty for a batch
 *     without registrations
 */
public record CommittedBatch(long revision, long registrations, long numbers, Optional<LoggedRegistrations> vouched) {

    CommittedBatch(long revision, long registrations, Optional<LoggedRegistrations> vouched) {
        this(revision, registrations, registrations, vouched);
    }

    static CommittedBatch withoutRegistrations(long revision) {
        return new CommittedBatch(revision, 0, Optional.empty());
    }
}
