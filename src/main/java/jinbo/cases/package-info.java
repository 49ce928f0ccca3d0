/**
 * Complaints about calls. A consumer's complaint comes in and becomes a case; questions to the insurer, rulings of
 * people and sanctions go out. Called by {@code consumer}, {@code batch} and {@code operator}; who complained lies
 * behind the gate to the numbers.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "exchange :: format",
            "participant :: insurer",
            "platform :: files",
            "platform :: http",
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
