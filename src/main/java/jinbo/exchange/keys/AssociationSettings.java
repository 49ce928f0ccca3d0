package jinbo.exchange.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code jinbo.association.*}: how much old and new keys of our own overlap.
 *
 * @param nextKeySignsAfter how long after its making a next key signs, where nothing else is said: in that time the insurers take
 *     it in
 * @param endedKeyOpensFor how long after its end a key still opens what was encrypted to it; an upload may lie on a drop over a
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
