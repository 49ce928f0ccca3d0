/**
 * HTTP ports that only {@code serve} has: each opens in a context of its own below the program's, so that commands load nothing of
 * it and a port that is taken keeps no job from running. What is told over a port is not its business.
 */
@NamedInterface("http")
@NullMarked
package jinbo.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
