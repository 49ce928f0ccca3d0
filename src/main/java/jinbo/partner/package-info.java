/**
 * The insurer's own side of the exchange: seals uploads and answers and puts them on its drop, fetches what was delivered, opens it
 * with full verification, and holds the block list that its dialler asks. It has the insurer's keys, the association's public
 * certificates and the drop, and must not know anything else of the association: no registry, no database, no job, no
 * Spring.
 */
@ApplicationModule(
        allowedDependencies = {
            "disk",
            "exchange",
            "envelope",
            "drop",
            "insurer",
            "mobile",
            "verify",
            "passphrase",
            "samplekey"
        })
@NullMarked
package jinbo.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
