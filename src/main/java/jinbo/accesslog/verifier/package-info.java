/**
 * The auditor's offline verifier. It verifies an export of the access log, retained checkpoints, manifests and proofs.
 * It uses only the JDK, opens no home, database or network connection, and shares no code with the writer of the log.
 * The commands {@code audit verify} and {@code partner ...} and the demo may call it.
 */
@NamedInterface("verifier")
@NullMarked
package jinbo.accesslog.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
