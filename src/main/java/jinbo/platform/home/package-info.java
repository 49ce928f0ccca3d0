/** The home folder with its permissions, its clock, its log, and its database server. */
@NamedInterface("home")
@NullMarked
package jinbo.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
