/** The home folder of one installation, with its permissions, its clock, its log, and its embedded database server. */
@NamedInterface("home")
@NullMarked
package jinbo.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
