/**
 * Short messages to mobile numbers come in through one port, {@link jinbo.consumer.messaging.ShortMessages}; they go
 * out through the gateways of the settings or, with an embedded database and no gateway, to a file that demo and tests
 * read. A message stays in memory only while its gateway may still report a failure. {@code consumer}, the portal and
 * the alerts may call it; it does not know what a message says.
 */
@NamedInterface("messaging")
@NullMarked
package jinbo.consumer.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
