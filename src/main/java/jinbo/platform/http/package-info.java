/**
 * Web ports, each in its own application context, with limits for the size, time and number of requests. Only {@code serve} opens them, and
 * a taken port does not stop jobs.
 */
@NamedInterface("http")
@NullMarked
package jinbo.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
