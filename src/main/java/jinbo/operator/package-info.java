/**
 * What the association's staff and monitoring programs use: commands, console, local interface, alerts and metrics. It
 * passes operations on to the areas that execute them. No other area uses this one.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "accesslog :: verifier",
            "batch",
            "batch :: collect",
            "batch :: erase",
            "batch :: keyrollover",
            "batch :: publish",
            "batch :: reconciliation",
            "batch :: recovery",
            "batch :: remind",
            "batch :: schedule",
            "batch :: settle",
            "cases",
            "cases :: evidence",
            "cases :: report",
            "cases :: sanction",
            "consumer",
            "consumer :: messaging",
            "consumer :: portal",
            "consumer :: portal-remote",
            "demo",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "exchange :: sftp-check",
            "exchange :: sftp-server",
            "participant :: insurer",
            "participant :: operation",
            "participant :: staff",
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
            "reference :: business",
            "reference :: calendar",
            "reference :: phone",
            "registry",
            "registry :: blocklist",
            "registry :: history",
            "registry :: inbound"
        })
@NullMarked
package jinbo.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
