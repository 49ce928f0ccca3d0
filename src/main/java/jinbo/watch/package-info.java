/**
 * Looks for what needs a person: agreements, certificates, files, lists, the access log, the calendar, decisions that take two people,
 * and room on disks; and has the words for it. Reads what the packages below have recorded and changes nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "home",
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
