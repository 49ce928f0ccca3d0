/**
 * The auditor's offline checker of the access log: reads an export, the checkpoints and manifests that were kept elsewhere
 * and single proofs, and says whether the log is whole. Knows nothing of what writes the log and shares no code with it: a
 * fault there must not be repeated here. Needs no home, no database and no network.
 */
@NamedInterface("verifier")
@NullMarked
package jinbo.accesslog.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
