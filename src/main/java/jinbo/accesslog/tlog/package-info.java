/**
 * The formats of the transparency log (entries, tiles, proofs, signed checkpoints, exports;
 * {@code exchange-formats/access-log/v1}) come in as bytes and go out as values, and back. It does not know where
 * tiles are kept or what an access is. The log itself, {@code consumer} (signed confirmations) and
 * {@code exchange.keys} may call it; {@code verifier} may not, because the two must share no code.
 */
@NamedInterface("tlog")
@NullMarked
package jinbo.accesslog.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
