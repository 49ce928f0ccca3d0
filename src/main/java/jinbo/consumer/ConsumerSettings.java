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
 * Settings {@code jinbo.consumer} in {@code settings/portal.yaml}.
 *
 * @param codesPerNumber limit of codes a day for one number that known browsers, or visitors of one network, request
 * @param codesPerNumberInAll limit of codes a day for one number that all other browsers request
 * @param codesPerAddress limit of codes an hour that one network requests and nobody enters
 * @param codesInAll limit of codes a minute in total
 * @param viewsPerNumber limit of accesses a day by the holder of one number
 * @param remindBefore how long before the end of a block its holder is reminded; zero for no reminders
 * @param renewAt URL of the renewal page without the token; if it is empty, reminders have no link
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

    /** The characters that the other text of a reminder leaves for the URL. */
    private static final int LONGEST_ADDRESS = 150;

    public ConsumerSettings {
        if (proofLasts.compareTo(Duration.ofMinutes(1)) < 0 || proofLasts.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("proof-lasts is " + proofLasts + "; it must be 1m to 1h");
        }
        if (pauseBetweenCodes.isNegative() || pauseBetweenCodes.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("pause-between-codes is " + pauseBetweenCodes + "; it must be 0s to 1h");
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
                    "remind-before is " + remindBefore + "; it must be 1d to 90d, or 0d for no reminders");
        }
        renewAt.ifPresent(ConsumerSettings::requireFit);
    }

    /** The link authorizes its bearer, so it must not be sent unencrypted. */
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
            throw new IllegalArgumentException(name + " is " + limit + "; it must be 1 or more");
        }
    }
}
