/**
 * Lines to servers that may fall silent: sockets that find out about a dead line, and give up a peer that takes nothing any
 * more, and whom the other end must be vouched for by. Knows nothing of what goes over them.
 */
@NamedInterface("net")
@NullMarked
package jinbo.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
