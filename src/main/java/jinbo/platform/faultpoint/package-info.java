/** Points at which a crash leaves work incomplete, where tests kill the process. Every area may use them. */
@NamedInterface("faultpoint")
@NullMarked
package jinbo.platform.faultpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
