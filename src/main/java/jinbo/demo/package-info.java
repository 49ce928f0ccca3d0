/**
 * The demo: a whole cycle in a fresh home, told step by step, with three sample insurers whose own side is played by
 * {@code partner}. It sees of the association what an operator sees, and of the insurers what they see themselves.
 */
@ApplicationModule(
        allowedDependencies = {
            "disk",
            "home",
            "accesslog",
            "association",
            "reconciliation",
            "blocklist",
            "inbound",
            "drop",
            "envelope",
            "exchange",
            "insurer",
            "job",
            "job :: collect",
            "job :: publish",
            "mobile",
            "partner",
            "registry",
            "verify",
            "workday"
        })
@NullMarked
package jinbo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
