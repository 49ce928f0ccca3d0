/**
 * Rows by the hundred thousand into PostgreSQL: as text or as numbers, collected in a buffer of fixed size and sent by COPY.
 * Knows no table of ours.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
