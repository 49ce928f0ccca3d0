/**
 * A fresh home and three sample insurers come in; one whole cycle of the exchange, told step by step, goes out, and then
 * an integrator's page while the home is served. It sees of the association what an operator sees, and of the insurers
 * what {@code partner} sees. Only the command {@code demo} and the operation that advances its clock may call it.
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
