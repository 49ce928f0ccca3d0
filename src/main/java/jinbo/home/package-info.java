/**
 * The folder that a Jinbo installation lives in, the database server inside it, and the clock it runs by. Knows nothing
 * of insurers, files or jobs.
 */
@ApplicationModule(allowedDependencies = {"disk"})
@NullMarked
package jinbo.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
