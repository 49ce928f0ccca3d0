/**
 * The command line: reads what an operator typed, asks the packages below, and tells the answer as text in English or
 * Chinese or as JSON. Knows no SQL, no OpenPGP packet, no CSV row and no Batch job, only what the packages below offer.
 */
@ApplicationModule(
        allowedDependencies = {
            "job",
            "job :: collect",
            "job :: publish",
            "job :: lost",
            "job :: erase",
            "job :: remind",
            "job :: settle",
            "job :: announce",
            "home",
            "disk",
            "association",
            "announcement",
            "accesslog",
            "reconciliation",
            "blocklist",
            "inbound",
            "restoration",
            "trace",
            "lookup",
            "cases",
            "cases :: evidence",
            "cases :: measure",
            "cases :: report",
            "consumer",
            "registry",
            "report",
            "drop",
            "envelope",
            "demo",
            "watch",
            "schedule",
            "monitoring",
            "console",
            "portal",
            "hatch",
            "annex",
            "web",
            "notification",
            "person",
            "partner",
            "passphrase",
            "samplekey",
            "partner :: calls",
            "exchange",
            "mobile",
            "workday",
            "insurer",
            "verify"
        })
@NullMarked
package jinbo.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
