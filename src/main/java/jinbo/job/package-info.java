/**
 * Composes the other packages into Spring Batch jobs; the only package that names Spring Batch.
 */
@ApplicationModule(
        allowedDependencies = {
            "crashpoint",
            "disk",
            "home",
            "association",
            "announcement",
            "accesslog",
            "registry",
            "cases",
            "cases :: measure",
            "consumer",
            "blocklist",
            "inbound",
            "restoration",
            "drop",
            "envelope",
            "intake",
            "exchange",
            "mobile",
            "workday",
            "insurer",
            "person",
            "samplekey"
        })
@NullMarked
package jinbo.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
