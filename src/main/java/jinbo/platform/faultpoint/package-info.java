/** Points at which a crash leaves work incomplete. Tests kill the process there. All areas may use this package. */
@NamedInterface("faultpoint")
@NullMarked
package jinbo.platform.faultpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
