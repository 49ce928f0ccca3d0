/**
 * The parts that several jobs and {@code operator} share: steps and their executions, leases, the spool, drops
 * (sessions, passwords, uniqueness), the evaluation of insurers' certificates, successions, and the refusal of sample
 * keys. {@code registry}, {@code cases} and {@code consumer} decide what the content of a file means. Jobs, {@code
 * operator} and {@code demo} may call this package.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "cases",
            "cases :: sanction",
            "consumer",
            "exchange :: *",
            "participant :: *",
            "platform :: error",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: *",
            "registry",
            "registry :: blocklist",
            "registry :: inbound"
        })
@NullMarked
package jinbo.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
