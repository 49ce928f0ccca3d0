/**
 * Verifies an export of the access log, and the checkpoints, manifests, receipts and proofs that an auditor has
 * retained. It uses only the JDK: no home directory, database or network, and no code of the log's writer. The commands
 * {@code audit verify} and {@code partner ...} and the demo may call it.
 */
@NamedInterface("verifier")
@NullMarked
package jinbo.accesslog.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
