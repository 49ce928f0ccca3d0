/**
 * The hatch between a portal that runs as a process of its own and the desk at the exchange: what a visitor asks is put through it, and the
 * answer comes back. It is a pair of tables that either side reaches by functions of the database alone. Knows which calls there are and how
 * they are spelt; decides nothing about them.
 */
@ApplicationModule(
        allowedDependencies = {
            "consumer",
            "cases",
            "sms",
            "registry",
            "exchange",
            "insurer",
            "mobile",
            "workday",
            "accesslog",
            "disk"
        })
@NullMarked
package jinbo.hatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
