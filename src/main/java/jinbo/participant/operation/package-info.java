/** The only way to run an operation: authorization, second person, access log, and the handler of its area. */
@NamedInterface("operation")
@NullMarked
package jinbo.participant.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
