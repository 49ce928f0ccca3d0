/** Sockets that detect dead connections and time out on writes, trusted certificates from PEM files, and free ports. */
@NamedInterface("net")
@NullMarked
package jinbo.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
