/**
 * What people ask of the exchange comes in as operations, by whatever way: command line, console, local interface, a request that
 * waited. Whether the person may is found out, a second one is asked for where it takes two, the access log has its entries, and
 * the area that the operation belongs to carries it out; its result goes back. There is no other way to have something done.
 * Areas above declare their operations and the handlers of those.
 */
@NamedInterface("operation")
@NullMarked
package jinbo.participant.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
