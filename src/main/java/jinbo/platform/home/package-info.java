/**
 * The folder that a Jinbo installation lives in, the database server inside it, and the clock it runs by. Knows nothing
 * of insurers, files or jobs.
 */
@NamedInterface("home")
@NullMarked
package jinbo.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
