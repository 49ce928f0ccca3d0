/**
 * Executes operations: authorizes the person, asks for a second one if needed, writes the access log, and calls the
 * handler of the area that declares the operation. There is no other way to run an operation.
 */
@NamedInterface("operation")
@NullMarked
package jinbo.participant.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
