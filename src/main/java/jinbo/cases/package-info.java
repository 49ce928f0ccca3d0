/**
 * Consumers' complaints about calls: the cases, the questions to insurers and their answers, rulings and sanctions.
 * {@code batch}, {@code consumer} and {@code operator} may call this package. The numbers of consumers and callers are
 * in tables that only {@link jinbo.accesslog.NumberAccessTemplate} opens.
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
