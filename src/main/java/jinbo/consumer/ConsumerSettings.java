package jinbo.consumer;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code jinbo.consumer} of {@code settings/portal.yaml}, which says what each means.
 *
 * @param codesPerNumber how many codes one number gets in a day that are asked for from one network, or by browsers that have proven it
 * @param codesPerNumberInAll how many codes one number gets in a day that strangers ask for
 * @param codesPerAddress how many codes that nobody proves are sent in an hour for one network
 * @param codesPerAddressInADay how many in a day
 * @param codesInAll how many codes are sent in a minute
 * @param codesInADay how many codes are sent in a day
 * @param viewsPerNumber how many accesses are written in a day for what a holder looks at, for one number
 * @param remindBefore how long before the end of a block its holder is told; not at all if zero
 * @param renewAt the address of the portal's page for renewals, before what belongs to one person; without it nobody gets a link
 */
@ConfigurationProperties(prefix = "jinbo.consumer", ignoreUnknownFields = false)
public record ConsumerSettings(
        @DefaultValue("15m") Duration proofLasts,
        @DefaultValue("60s") Duration pauseBetweenCodes,
        @DefaultValue("5") int codesPerNumber,
        @DefaultValue("10") int codesPerNumberInAll,
        @DefaultValue("200") int codesPerAddress,
        @DefaultValue("600") int codesPerAddressInADay,
        @DefaultValue("7500") int codesInAll,
        @DefaultValue("300000") int codesInADay,
        @DefaultValue("200") int viewsPerNumber,
        @DefaultValue("30d") Duration remindBefore,
        Optional<URI> renewAt) {

    private static final Duration LONGEST_BEFORE = Duration.ofDays(90);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final String PAGE = "/renew/";

    /** What is left of a short message beside its words. */
    private static final int LONGEST_ADDRESS = 150;

    /** @throws IllegalArgumentException if a limit is none, or nobody could do anything within it */
    public ConsumerSettings {
        if (proofLasts.compareTo(Duration.ofMinutes(1)) < 0 || proofLasts.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("proof-lasts is " + proofLasts + "; it may be 1m to 1h");
        }
        if (pauseBetweenCodes.isNegative() || pauseBetweenCodes.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("pause-between-codes is " + pauseBetweenCodes + "; it may be 0s to 1h");
        }
        requirePositive("codes-per-number", codesPerNumber);
        requirePositive("codes-per-number-in-all", codesPerNumberInAll);
        requirePositive("codes-per-address", codesPerAddress);
        requirePositive("codes-per-address-in-a-day", codesPerAddressInADay);
        requirePositive("codes-in-all", codesInAll);
        requirePositive("codes-in-a-day", codesInADay);
        requirePositive("views-per-number", viewsPerNumber);
        if (!remindBefore.isZero()
                && (remindBefore.compareTo(Duration.ofDays(1)) < 0 || remindBefore.compareTo(LONGEST_BEFORE) > 0)) {
            throw new IllegalArgumentException(
                    "remind-before is " + remindBefore + "; it may be 1d to 90d, or 0d for no reminders");
        }
        renewAt.ifPresent(ConsumerSettings::requireFit);
    }

    /** A link that whoever listens can read would be everybody's. */
    private static void requireFit(URI at) {
        Optional<String> host = Optional.ofNullable(at.getHost());
        boolean closed = "https".equals(at.getScheme()) && host.isPresent()
                || "http".equals(at.getScheme())
                        && host.filter(name -> LOOPBACK.matcher(name).matches()).isPresent();
        boolean isPage = at.toString().endsWith(PAGE)
                && Stream.of(at.getRawUserInfo(), at.getRawQuery(), at.getRawFragment())
                        .noneMatch(Objects::nonNull);
        if (!closed || !isPage || at.toString().length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("renew-at is not an address of at most " + LONGEST_ADDRESS
                    + " characters that begins with https:// (http:// only to this machine itself) and ends with "
                    + PAGE);
        }
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " is " + limit + "; it is 1 or more");
        }
    }
}
