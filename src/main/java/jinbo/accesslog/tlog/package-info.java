/**
 * The formats and the arithmetic of a transparency log, as its writer needs them: hashes, tiles, proofs, signed
 * checkpoints, entries, exports ({@code exchange-formats/access-log/v1}). It must not know where tiles and entries are
 * kept, who may see them or what an access is; and {@code verify} must not know it.
 */
@NamedInterface("tlog")
@NullMarked
package jinbo.accesslog.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
