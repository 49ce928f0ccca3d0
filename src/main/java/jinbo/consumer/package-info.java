/**
 * What consumers can do: request codes, prove their number by a code, register choices and cancellations, renew them,
 * and complain about calls. The pages of {@code portal} and the remote portal call this package. {@code batch} calls it
 * for reminders and erasure, {@code operator} for alerts and ports.
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
            "reference :: *",
            "registry"
        })
@NullMarked
package jinbo.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
