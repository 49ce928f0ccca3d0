/**
 * The insurer's side of the exchange: seals and sends files, verifies and applies block lists, and checks whether a
 * number may be called. Uses no registry, database, job or Spring.
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
