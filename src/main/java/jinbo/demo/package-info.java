/**
 * The demo: one cycle of the exchange in a new home with three sample insurers, then an integrator's page while the
 * home is served. It uses of the association what operators use, and of the insurers what {@code partner} uses. Only
 * the command {@code demo} and the operation that advances its clock call it.
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
            "reference :: business",
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
