/**
 * Verifies an export of the access log, retained checkpoints, manifests and proofs, for the auditor: with the JDK
 * alone, without home, database or network, and without code of the log's writer. The commands {@code audit verify} and
 * {@code partner ...} and the demo may call it.
 */
@NamedInterface("verifier")
@NullMarked
package jinbo.accesslog.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
