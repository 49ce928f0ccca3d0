/**
 * How files travel between association and insurers, and in which formats: it receives bytes from drops, and seals and
 * signs the bytes that it sends. It does not use the tables of registry, cases or consumers. All areas above may call
 * it, and so may {@code partner}.
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
            "reference :: *"
        })
@NullMarked
package jinbo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
