/**
 * Short messages to mobile numbers, through one port, {@link jinbo.consumer.messaging.ShortMessages}: by the gateways that the settings name, or,
 * where the database is the home's own and none is named, into a file that the demo and the tests read. Keeps a message in memory
 * alone, and only while its gateway may still report that it has failed; knows nothing of what the messages say.
 */
@NamedInterface("messaging")
@NullMarked
package jinbo.consumer.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
