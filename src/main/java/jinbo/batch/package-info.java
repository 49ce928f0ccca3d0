/**
 * What all jobs share: steps of Spring Batch, the insurers' leases, the spool, and sessions on drops. {@code registry},
 * {@code cases} and {@code consumer} decide what a file means. The packages of the jobs, {@code operator} and {@code
 * demo} may call this package.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "cases",
            "cases :: sanction",
            "consumer",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "exchange :: sftp-check",
            "exchange :: sftp-server",
            "participant :: insurer",
            "participant :: operation",
            "participant :: staff",
            "platform :: error",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: business",
            "reference :: calendar",
            "reference :: phone",
            "registry",
            "registry :: blocklist",
            "registry :: inbound"
        })
@NullMarked
package jinbo.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
