/**
 * The home folder comes in; a database that runs, a clock and closed folders go out. Here is what starts, stops and
 * checks the database server. It knows nothing of insurers, files or jobs; every area that needs home, database or
 * clock may call it.
 */
@NamedInterface("home")
@NullMarked
package jinbo.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
