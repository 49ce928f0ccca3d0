package jinbo.consumer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code jinbo.consumer} of {@code jobs/portal.yaml}, which says what each means.
 *
 * @param proofLasts how long a number counts as proven
 * @param pauseBetweenCodes how long one number gets no second code
 * @param codesPerNumber how many codes one number gets in a day
 * @param codesPerAddress how many codes are sent in an hour for one address
 * @param codesInAll how many codes are sent in a minute
 * @param codesInADay how many codes are sent in a day
 */
@ConfigurationProperties(prefix = "jinbo.consumer", ignoreUnknownFields = false)
public record ConsumerSettings(
        @DefaultValue("15m") Duration proofLasts,
        @DefaultValue("60s") Duration pauseBetweenCodes,
        @DefaultValue("5") int codesPerNumber,
        @DefaultValue("200") int codesPerAddress,
        @DefaultValue("7500") int codesInAll,
        @DefaultValue("300000") int codesInADay) {

    /** @throws IllegalArgumentException if a limit is none, or nobody could do anything within it */
    public ConsumerSettings {
        if (proofLasts.compareTo(Duration.ofMinutes(1)) < 0 || proofLasts.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("proof-lasts is " + proofLasts + "; it may be 1m to 1h");
        }
        if (pauseBetweenCodes.isNegative() || pauseBetweenCodes.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("pause-between-codes is " + pauseBetweenCodes + "; it may be 0s to 1h");
        }
        requirePositive("codes-per-number", codesPerNumber);
        requirePositive("codes-per-address", codesPerAddress);
        requirePositive("codes-in-all", codesInAll);
        requirePositive("codes-in-a-day", codesInADay);
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " is " + limit + "; it is 1 or more");
        }
    }
}
