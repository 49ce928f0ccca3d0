/**
 * Complaints about calls: what a consumer says of one becomes a case with a number of its own, by which its state can be asked
 * for. Who complained, who called and what was written lie behind the gate to the numbers, and keep the consumer's number from
 * being erased as long as the case is open.
 */
@ApplicationModule(allowedDependencies = {"registry", "exchange", "accesslog", "insurer", "mobile", "workday"})
@NullMarked
package jinbo.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
