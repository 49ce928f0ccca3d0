/**
 * Connections of browsers and other programs come in; requests that are whole, bounded and in time go out to the
 * pages, each port in a context of its own. Only {@code serve} opens ports, so commands load nothing of this, and a
 * port that is taken stops no job. Portal, console, metrics and the reports' pages may call it.
 */
@NamedInterface("http")
@NullMarked
package jinbo.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
