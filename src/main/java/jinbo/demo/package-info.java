/**
 * The demo: one cycle of the exchange in a new home directory with three sample insurers, and then a page for
 * integrators while the home is served. For the association it uses what operators use, for the insurers what {@code
 * partner} offers. Only the command {@code demo} and the operation that advances its clock call this package.
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
