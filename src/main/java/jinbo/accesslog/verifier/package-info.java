/**
 * An export of the access log, retained checkpoints, manifests and single proofs come in as files; the first fault, or
 * the statement that the log is whole, goes out. It is the auditor's own check: the JDK alone, no home, no database,
 * no network, and no code shared with the writer of the log. The commands {@code audit verify} and {@code partner ...}
 * and the demo may call it.
 */
@NamedInterface("verifier")
@NullMarked
package jinbo.accesslog.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
