/**
 * Formats of the transparency log: entries, tiles, proofs, checkpoints and exports ({@code
 * exchange-formats/access-log/v1}). The package depends neither on the database nor on accesses. {@code accesslog},
 * {@code consumer} and {@code exchange.keys} may call it; {@code accesslog.verifier} may not, because the verifier must
 * not share code with the writer.
 */
@NamedInterface("tlog")
@NullMarked
package jinbo.accesslog.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
