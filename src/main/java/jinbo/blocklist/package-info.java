/**
 * Who is blocked for whom: renders the list of an insurer from the registry and keeps the record of every list that was
 * made or withheld, and of what insurers say that they hold. Knows no OpenPGP and no SFTP.
 */
@ApplicationModule(allowedDependencies = {"registry", "disk", "exchange", "insurer", "mobile", "accesslog", "workday"})
@NullMarked
package jinbo.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
