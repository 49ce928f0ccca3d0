/**
 * Where one number has been: who looked at it, which uploads brought it and which lists held it, so that whoever asks can be
 * told. Joins what the access log, the registry and the lists know; reads no table itself and keeps nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "registry",
            "blocklist",
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
