package jinbo.participant.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** After what time a request for a second person expires. */
@ConfigurationProperties(prefix = "jinbo.person", ignoreUnknownFields = false)
public record PersonSettings(Duration requestsExpireAfter) {

    public PersonSettings {
        if (requestsExpireAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "requests-expire-after is " + requestsExpireAfter + "; it must be 1m or more");
        }
    }
}
