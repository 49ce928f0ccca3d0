/**
 * Formats of the transparency log: entries, tiles, proofs, checkpoints and exports ({@code
 * exchange-formats/access-log/v1}). It does not depend on storage or accesses. The log, {@code consumer} and
 * {@code exchange.keys} may call it; {@code verifier} may not, because the two must not share code.
 */
@NamedInterface("tlog")
@NullMarked
package jinbo.accesslog.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
