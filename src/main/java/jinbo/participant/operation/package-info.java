/**
 * The only way to execute an operation: it checks the permission, stores a request if a second person is needed, writes
 * the access log, and calls the handler of the operation.
 */
@NamedInterface("operation")
@NullMarked
package jinbo.participant.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
