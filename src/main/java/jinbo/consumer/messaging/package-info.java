/**
 * Sends short messages to mobile numbers through the configured gateways; with an embedded database and no gateway,
 * writes them to a file for demo and tests. A message stays in memory only while its gateway may report a failure.
 * {@code consumer}, the portal and the alerts may call this package.
 */
@NamedInterface("messaging")
@NullMarked
package jinbo.consumer.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
