package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.LoggedRegistrations;

/**
 * A batch of registrations that took its place in the registry.
 *
 * @param revision its gapless number
 * @param numbers of how many phone numbers it has read or written, for the access log: one for each registration, and of a succession
 *     those whose blocks were derived anew
 * @param vouched what the result of the access is to vouch for; empty for a batch without registrations
 */
public record CommittedBatch(long revision, long registrations, long numbers, Optional<LoggedRegistrations> vouched) {

    CommittedBatch(long revision, long registrations, Optional<LoggedRegistrations> vouched) {
        this(revision, registrations, registrations, vouched);
    }

    static CommittedBatch withoutRegistrations(long revision) {
        return new CommittedBatch(revision, 0, Optional.empty());
    }
}
