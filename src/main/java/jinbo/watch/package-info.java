/**
 * Looks for what needs a person: agreements, certificates, files, lists and the calendar. Reads what the packages below
 * have recorded and changes nothing; in which words, and where, it is told is not its business.
 */
@ApplicationModule(
        allowedDependencies = {
            "job",
            "blocklist",
            "inbound",
            "restoration",
            "envelope",
            "exchange",
            "workday",
            "insurer"
        })
@NullMarked
package jinbo.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
