/** Web ports, each in its own context, with limits for requests. Only {@code serve} opens them. */
@NamedInterface("http")
@NullMarked
package jinbo.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
