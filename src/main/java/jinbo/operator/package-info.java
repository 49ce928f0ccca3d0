/**
 * What the association's staff and monitoring programs use: commands, console, local interface, alerts and metrics. It
 * passes operations on to the areas that execute them. No other area uses this one.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: verifier",
            "batch",
            "batch :: *",
            "cases",
            "cases :: *",
            "consumer",
            "consumer :: *",
            "demo",
            "exchange :: *",
            "participant :: *",
            "partner",
            "partner :: calls",
            "platform :: csv",
            "platform :: error",
            "platform :: files",
            "platform :: home",
            "platform :: http",
            "platform :: net",
            "platform :: ssh",
            "platform :: webhook",
            "reference :: *",
            "registry",
            "registry :: *"
        })
@NullMarked
package jinbo.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
