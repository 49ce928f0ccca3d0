/**
 * Files come in from drops and go out to them; here are the parts that all jobs share: steps, leases and their fence,
 * the spool, sessions to drops, clean-up after dead processes. What a file means is decided in {@code registry},
 * {@code cases} and {@code consumer}. The jobs below, {@code operator} and {@code demo} may call it.
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
