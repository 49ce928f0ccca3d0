/**
 * Collects statements about one call, each with its source and an access log proof, and proposes a ruling. People
 * decide. Only the command line may call it directly; the console does so through a command.
 */
@NamedInterface("evidence")
@NullMarked
package jinbo.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
