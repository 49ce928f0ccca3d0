/**
 * Web ports, each with a Spring context of its own, and with limits for requests. Only {@code serve} and {@code demo}
 * open ports.
 */
@NamedInterface("http")
@NullMarked
package jinbo.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
