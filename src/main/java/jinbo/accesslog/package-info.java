/**
 * The record of every access to personal data: an intent before the first number is read, a result after. Nobody reads
 * or writes numbers without the permit that an intent gives, and its gate. The entries are the leaves of a Merkle tree whose
 * head is signed and kept outside the database, too, so that a change shows. Takes the codes of insurers and files as plain values.
 */
@ApplicationModule(allowedDependencies = {"tlog", "disk", "home", "crashpoint"})
@NullMarked
package jinbo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
