/**
 * Complaints about calls: cases, questions to insurers, rulings and sanctions. {@code batch}, {@code consumer} and
 * {@code operator} may call it. Consumers and callers are stored behind the gate to the numbers.
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
            "reference :: business",
            "reference :: calendar",
            "reference :: phone",
            "registry",
            "registry :: blocklist",
            "registry :: history",
            "registry :: inbound"
        })
@NullMarked
package jinbo.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
