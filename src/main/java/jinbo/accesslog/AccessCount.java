package jinbo.accesslog;

import java.util.Optional;

/**
 * How often somebody accessed one insurer's data in one way for one purpose, and how much was seen.
 *
 * @param insurer its code; empty for what was nobody's alone
 * @param confirmedBy the second person, where it took two
 * @param numbers how many phone numbers their results say were seen; one that was seen twice counts twice
 * @param failed how many of them ended in an error, so that their results do not tell how much was seen
 * @param withoutResult how many of them have no result, or were given up because their process had died; nobody knows how
 *     much was seen
 * @param refusals how often it was asked for and not allowed, which is no access
 */
public record AccessCount(
        Optional<String> insurer,
        String actor,
        ActorRole role,
        Optional<String> confirmedBy,
        AccessAction action,
        String purpose,
        long accesses,
        long numbers,
        long failed,
        long withoutResult,
        long refusals) {}
