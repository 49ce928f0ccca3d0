package jinbo.exchange.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code jinbo.association.*}.
 *
 * @param nextKeySignsAfter the default delay before a new key signs, in which the insurers import its certificate
 * @param endedKeyOpensFor how long after its end a key still decrypts uploads, which may wait on a drop during a
 *     holiday
 */
@ConfigurationProperties(prefix = "jinbo.association", ignoreUnknownFields = false)
public record AssociationSettings(Duration nextKeySignsAfter, Duration endedKeyOpensFor) {

    public AssociationSettings {
        if (nextKeySignsAfter.isNegative() || endedKeyOpensFor.isNegative()) {
            throw new IllegalArgumentException("next-key-signs-after and ended-key-opens-for must not be negative");
        }
    }
}
