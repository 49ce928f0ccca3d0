package jinbo.accesslog;

import java.util.Optional;

/**
 * The result of an access; its outcome is one word or a short sentence without personal data.
 *
 * @param numbers how many phone numbers were accessed
 */
public record AccessResult(
        String outcome, long numbers, Optional<LoggedRegistrations> acts, Optional<LoggedList> list) {

    public static AccessResult of(String outcome, long numbers) {
        return new AccessResult(outcome, numbers, Optional.empty(), Optional.empty());
    }

    public AccessResult with(LoggedRegistrations made) {
        return new AccessResult(outcome, numbers, Optional.of(made), list);
    }

    public AccessResult with(LoggedList sealed) {
        return new AccessResult(outcome, numbers, acts, Optional.of(sealed));
    }
}
