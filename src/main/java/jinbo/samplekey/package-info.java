/** The published sample keys, and whether they may be used. Takes fingerprints as plain text, so that every package can ask. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.samplekey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
