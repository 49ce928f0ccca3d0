package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;

/**
 * A batch of registrations that has been given its revision.
 *
 * @param numbers that were read or written, for the access log: one for each registration, or those that a succession
 *     changed
 * @param vouched what the access log's result vouches for; empty for a batch without registrations
 */
public record CommittedBatch(long revision, long registrations, long numbers, Optional<LoggedRegistrations> vouched) {

    CommittedBatch(long revision, long registrations, Optional<LoggedRegistrations> vouched) {
        this(revision, registrations, registrations, vouched);
    }

    static CommittedBatch withoutRegistrations(long revision) {
        return new CommittedBatch(revision, 0, Optional.empty());
    }
}
