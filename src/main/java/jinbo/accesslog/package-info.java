/**
 * The record of every access to personal data: an intent before the first number is read, a result after. Nobody reads
 * or writes numbers without the permit that an intent gives. Takes the codes of insurers and files as plain values.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
