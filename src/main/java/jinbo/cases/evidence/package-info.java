/**
 * The evidence of a case: statements about the call, with sources and access log proofs, and the ruling that follows
 * from them. People decide. Only the command line may call this package directly; the console does so through a
 * command.
 */
@NamedInterface("evidence")
@NullMarked
package jinbo.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
