/**
 * Complaints about calls come in from consumers and become cases; questions to insurers, rulings and sanctions go out.
 * {@code batch}, {@code consumer} and {@code operator} may call it. Who complained, and who called, lies behind the
 * gate to the numbers.
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
