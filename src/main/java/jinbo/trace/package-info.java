/**
 * Where one number has been: who looked at it, which uploads brought it, which lists held it and which case files
 * handed it over, so that whoever asks can be told. Joins what the access log, the registry, the lists and the cases know; reads no table itself and keeps nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "registry",
            "blocklist",
            "cases",
            "inbound",
            "exchange",
            "insurer",
            "mobile",
            "workday"
        })
@NullMarked
package jinbo.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
