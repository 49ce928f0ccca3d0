/**
 * The places at which a process that dies leaves something half done, listed in one place; the program says when it comes to
 * one, and tests kill it there. Knows nothing of what is done there.
 */
@NamedInterface("faultpoint")
@NullMarked
package jinbo.platform.faultpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
