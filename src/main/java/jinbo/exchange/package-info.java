/**
 * How files travel between association and insurer, and what they mean: formats, OpenPGP, SFTP and the association's
 * keys. Bytes come in from drops and leave sealed and signed. Called by all areas above; knows no database table of
 * registry, cases or consumers.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog :: tlog",
            "participant :: insurer",
            "platform :: deflate",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
