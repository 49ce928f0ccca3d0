package jinbo.consumer.portal.remote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinbo.remote-portal} in {@code settings/portal.yaml}.
 *
 * @param answering how many requests of remote portals this process executes at a time; 0 for none
 * @param takenWithin after this time, a request that no process has taken is withdrawn
 */
@ConfigurationProperties(prefix = "jinbo.remote-portal", ignoreUnknownFields = false)
public record RemotePortalSettings(
        @DefaultValue("8") int answering,
        @DefaultValue("5s") Duration takenWithin,
        @DefaultValue("30s") Duration answeredWithin) {

    private static final int MOST_AT_ONCE = 16;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public RemotePortalSettings {
        if (answering < 0 || answering > MOST_AT_ONCE) {
            throw new IllegalArgumentException("answering is " + answering + "; it must be 0 to " + MOST_AT_ONCE
                    + ", because each holds up to two connections to the database");
        }
        if (takenWithin.compareTo(Duration.ofMillis(1)) < 0 || takenWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("taken-within is " + takenWithin + "; it must be 1ms to 1m");
        }
        if (answeredWithin.compareTo(takenWithin) < 0 || answeredWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "answered-within is " + answeredWithin + "; it must be taken-within to 1m");
        }
    }
}
