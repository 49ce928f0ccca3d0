/**
 * The program reports here that it has reached a point at which a dying process leaves something half done; tests kill
 * it there. All points are listed in one enum, in the order of the work, each with what is durable at that moment.
 * Every area that does such work may call it.
 */
@NamedInterface("faultpoint")
@NullMarked
package jinbo.platform.faultpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
