/**
 * A whole cycle in a fresh home, told step by step, with three sample insurers. Sees of the association what an
 * operator sees, and of the insurers what {@code partner} sees. Called by the command {@code demo}.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: verifier",
            "batch",
            "batch :: collect",
            "batch :: publish",
            "batch :: reconciliation",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "participant :: insurer",
            "partner",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: calendar",
            "reference :: phone",
            "registry",
            "registry :: blocklist",
            "registry :: inbound"
        })
@NullMarked
package jinbo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
