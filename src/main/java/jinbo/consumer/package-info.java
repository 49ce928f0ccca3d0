/**
 * What a consumer may do: prove by a code that a number is theirs, look at what is registered, choose, cancel, renew,
 * complain. Requests come in from the portal's pages, registrations and messages go out. Called by {@code batch}
 * (reminders, erasure) and {@code operator} (ports, alerts).
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: tlog",
            "cases",
            "exchange :: format",
            "participant :: insurer",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "platform :: http",
            "platform :: net",
            "reference :: calendar",
            "reference :: phone",
            "registry"
        })
@NullMarked
package jinbo.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
