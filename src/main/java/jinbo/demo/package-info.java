/**
 * The demo: it runs one cycle of the exchange in a new home with three sample insurers, and then shows an integrator's
 * page while the home is served. It acts for the association through the same classes as operators, and for insurers
 * through {@code partner}. Only the command {@code demo} and the operation that advances its clock may call this
 * package.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: verifier",
            "batch",
            "batch :: collect",
            "batch :: publish",
            "batch :: reconciliation",
            "batch :: schedule",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "exchange :: sftp-server",
            "participant :: insurer",
            "participant :: staff",
            "partner",
            "platform :: error",
            "platform :: files",
            "platform :: home",
            "platform :: http",
            "platform :: ssh",
            "reference :: *",
            "registry",
            "registry :: blocklist",
            "registry :: inbound"
        })
@NullMarked
package jinbo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
