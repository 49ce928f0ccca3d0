/**
 * What consumers do, who prove by a code that they hold a mobile number: choices, cancellations, renewals and
 * complaints. The pages of {@code portal} and the remote portal call this package; {@code batch} calls it for reminders
 * and erasure, {@code operator} for alerts and to open ports.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: tlog",
            "cases",
            "cases :: report",
            "exchange :: format",
            "participant :: insurer",
            "platform :: error",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "platform :: http",
            "platform :: net",
            "platform :: webhook",
            "reference :: business",
            "reference :: calendar",
            "reference :: phone",
            "registry"
        })
@NullMarked
package jinbo.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
