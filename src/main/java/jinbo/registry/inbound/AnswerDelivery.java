package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer to a file, as far as it has come.
 *
 * @param kind receipt or outcome
 * @param name its name on the drop
 * @param deliveredAt since when it lies there, if it does
 */
public record AnswerDelivery(AnswerKind kind, String name, Optional<Instant> deliveredAt) {}
