package jinbo.exchange.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code jinbo.association.*}.
 *
 * @param nextKeySignsAfter the default time between generating a key and signing with it, in which insurers import its
 *     certificate
 * @param endedKeyOpensFor how long a key still decrypts uploads after it has expired or was retired, because uploads
 *     may wait on a drop during a holiday
 */
@ConfigurationProperties(prefix = "jinbo.association", ignoreUnknownFields = false)
public record AssociationSettings(Duration nextKeySignsAfter, Duration endedKeyOpensFor) {

    public AssociationSettings {
        if (nextKeySignsAfter.isNegative() || endedKeyOpensFor.isNegative()) {
            throw new IllegalArgumentException("next-key-signs-after and ended-key-opens-for must not be negative");
        }
    }
}
