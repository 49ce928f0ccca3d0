/**
 * One case comes in; statements about what was registered and what the insurer had been notified of when the call was
 * made go out, each with its source and the proof from the access log, and a proposed ruling. People decide. Only the
 * command line may call it directly; the console does so through a command.
 */
@NamedInterface("evidence")
@NullMarked
package jinbo.cases.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
