/**
 * The insurer's side of the exchange: it seals uploads, applies block lists, and checks calls. It uses no database and
 * no Spring.
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
