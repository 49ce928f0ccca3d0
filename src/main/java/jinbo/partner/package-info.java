/**
 * The insurer's own side of the exchange: seals uploads and answers, fetches and verifies lists, answers whether a
 * number may be called. Must not know the association's registry, database, jobs or Spring. Called by {@code demo}
 * and the commands {@code partner ...}.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog :: verifier",
            "exchange :: format",
            "exchange :: keys",
            "exchange :: openpgp",
            "exchange :: sftp",
            "participant :: insurer",
            "platform :: files",
            "platform :: ssh",
            "reference :: phone"
        })
@NullMarked
package jinbo.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
