package jinbo.partner;

import java.nio.file.Path;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.openpgp.SealResult;

/**
 * An upload that lies sealed on the insurer's own disk.
 *
 * @param name under which it is to be dropped
 * @param file where it lies
 * @param sealed sizes and hashes; its receipt carries the same {@code sha256}
 */
public record SealedUpload(InboundFileName name, Path file, SealResult sealed) {}
