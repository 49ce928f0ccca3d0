/** The passphrase of secret keys: where it comes from (a file, the environment, a person at the terminal), and that it is wiped. */
@ApplicationModule(allowedDependencies = {"disk"})
@NullMarked
package jinbo.passphrase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
