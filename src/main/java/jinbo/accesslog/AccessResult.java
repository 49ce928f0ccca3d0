package jinbo.accesslog;

import java.util.Optional;

/**
 * What came of an access.
 *
 * @param outcome one word or a short sentence without personal data
 * @param numbers how many phone numbers were read or written
 * @param acts the batch of registrations that it made, if any
 * @param list the list that it sealed, if any
 */
public record AccessResult(
        String outcome, long numbers, Optional<LoggedRegistrations> acts, Optional<LoggedList> list) {

    /** One that vouches for nothing. */
    public static AccessResult of(String outcome, long numbers) {
        return new AccessResult(outcome, numbers, Optional.empty(), Optional.empty());
    }

    /** The same, vouching for a batch of registrations. */
    public AccessResult with(LoggedRegistrations made) {
        return new AccessResult(outcome, numbers, Optional.of(made), list);
    }

    /** The same, vouching for a sealed list. */
    public AccessResult with(LoggedList sealed) {
        return new AccessResult(outcome, numbers, acts, Optional.of(sealed));
    }
}
