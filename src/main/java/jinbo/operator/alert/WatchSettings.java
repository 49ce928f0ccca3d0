package jinbo.operator.alert;

import java.time.Duration;
import java.util.Map;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** The settings of {@code jobs/watch.yaml} for the checks; that file describes them. A limit of 0 disables a check. */
@ConfigurationProperties(prefix = "jinbo.watch", ignoreUnknownFields = false)
public record WatchSettings(
        int uploadExpectedWithinWorkdays,
        @DefaultValue Map<InsurerCode, Integer> uploadExpectedOf,
        DataSize diskFreeAtLeast,
        int diskFreePercentAtLeast,
        DataSize databaseAtMost,
        Duration gatewayMayFailFor,
        int turnedAwayAtMost) {

    private static final int MOST_WORKDAYS = 250;
    private static final int MOST_PERCENT = 90;
    private static final Duration MOST_FAILING = Duration.ofDays(1);
    private static final int MOST_TURNED_AWAY = 1_000_000;

    public WatchSettings {
        uploadExpectedOf = Map.copyOf(uploadExpectedOf);
        require("upload-expected-within-workdays", uploadExpectedWithinWorkdays, MOST_WORKDAYS);
        uploadExpectedOf.forEach(
                (insurer, workdays) -> require("upload-expected-of." + insurer, workdays, MOST_WORKDAYS));
        require("disk-free-percent-at-least", diskFreePercentAtLeast, MOST_PERCENT);
        requireSize("disk-free-at-least", diskFreeAtLeast);
        requireSize("database-at-most", databaseAtMost);
        if (gatewayMayFailFor.isNegative() || gatewayMayFailFor.compareTo(MOST_FAILING) > 0) {
            throw new IllegalArgumentException(
                    "jinbo.watch.gateway-may-fail-for is " + gatewayMayFailFor + "; it must be 0s to 1d");
        }
        require("turned-away-at-most", turnedAwayAtMost, MOST_TURNED_AWAY);
    }

    int uploadExpectedOf(InsurerCode insurer) {
        return uploadExpectedOf.getOrDefault(insurer, uploadExpectedWithinWorkdays);
    }

    private static void require(String setting, int value, int limit) {
        if (value < 0 || value > limit) {
            throw new IllegalArgumentException(
                    "jinbo.watch." + setting + " is " + value + "; it must be 0 to " + limit);
        }
    }

    private static void requireSize(String setting, DataSize value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("jinbo.watch." + setting + " is " + value + "; it must be 0B or more");
        }
    }
}
