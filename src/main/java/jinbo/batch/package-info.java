/**
 * Spring Batch jobs and what they need: schedule, leases, spool, recovery after a restore, and the proof that all
 * records agree. Files come in from drops and go out to them; what they mean is decided in {@code registry}, {@code
 * cases} and {@code consumer}. Called by the command line, the console and the demo.
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
            "participant :: insurer",
            "participant :: staff",
            "platform :: faultpoint",
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
package jinbo.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
