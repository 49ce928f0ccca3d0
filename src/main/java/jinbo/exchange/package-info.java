/**
 * How files travel between association and insurer, and what they mean: bytes come in from drops, and leave sealed and
 * signed. All areas above may call it, {@code partner} included. It knows no table of registry, cases or consumers.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog :: tlog",
            "participant :: insurer",
            "platform :: csv",
            "platform :: deflate",
            "platform :: error",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: business",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
