/**
 * Looks for what needs a person: agreements, certificates, files, lists, the access log, the calendar, and decisions that take two people.
 * Reads what the packages below have recorded and changes nothing; in which words, and where, it is told is not its business.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "job",
            "job :: publish",
            "job :: announce",
            "association",
            "announcement",
            "blocklist",
            "inbound",
            "restoration",
            "envelope",
            "exchange",
            "workday",
            "insurer",
            "person"
        })
@NullMarked
package jinbo.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
