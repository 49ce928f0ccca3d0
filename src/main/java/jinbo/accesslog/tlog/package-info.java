/**
 * Formats of the transparency log: entries, tiles, proofs, checkpoints and exports
 * ({@code exchange-formats/access-log/v1}). This package does not depend on storage or accesses. The access log,
 * {@code consumer} and {@code exchange.keys} may call it. {@code verifier} must not, because writer and verifier must
 * not share code.
 */
@NamedInterface("tlog")
@NullMarked
package jinbo.accesslog.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
