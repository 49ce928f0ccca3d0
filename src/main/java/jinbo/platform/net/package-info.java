/**
 * Addresses and certificates of servers come in; sockets that detect a dead connection and time out on a peer that
 * stops reading go out, with the trust that a PEM file gives. It does not know what is sent. Gateways of short
 * messages and notifications may call it.
 */
@NamedInterface("net")
@NullMarked
package jinbo.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
