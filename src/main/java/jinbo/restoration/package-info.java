/**
 * What a restore from a back-up has lost: that it was noticed, which files on drops and in the spool no record knew, and how
 * it was settled. Keeps the record; how drops are looked at, and what is done about it, it must not know.
 */
@ApplicationModule(allowedDependencies = {"accesslog", "insurer"})
@NullMarked
package jinbo.restoration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
