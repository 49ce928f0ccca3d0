/**
 * Who we are: the association's own OpenPGP, SSH and hashing keys, kept in the home. Knows no insurers, files or jobs.
 */
@ApplicationModule(allowedDependencies = {"disk", "home", "envelope", "drop", "passphrase", "samplekey", "tlog"})
@NullMarked
package jinbo.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
