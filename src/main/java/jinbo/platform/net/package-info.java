/** Sockets that detect dead connections and time out on writes, and trusted certificates from PEM files. */
@NamedInterface("net")
@NullMarked
package jinbo.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
