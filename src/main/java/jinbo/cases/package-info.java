/**
 * Complaints about calls: cases, questions to insurers, rulings and sanctions. Numbers of consumers and callers are in
 * tables that only an access to numbers opens. {@code batch}, {@code consumer} and {@code operator} may call this
 * package.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "exchange :: format",
            "participant :: insurer",
            "platform :: csv",
            "platform :: error",
            "platform :: files",
            "platform :: http",
            "reference :: *",
            "registry",
            "registry :: *"
        })
@NullMarked
package jinbo.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
