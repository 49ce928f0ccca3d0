/**
 * The insurer's own side of the exchange: complaints and answers come in from the insurer's files and leave sealed,
 * and lists come in from the drop and are verified before they are applied. It answers whether a number may be called.
 * Only {@code demo} and the commands {@code partner ...} may call it; it knows no registry, database, job or Spring.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog :: verifier",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "exchange :: sftp-server",
            "participant :: insurer",
            "platform :: csv",
            "platform :: error",
            "platform :: files",
            "platform :: ssh",
            "reference :: business",
            "reference :: phone"
        })
@NullMarked
package jinbo.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
