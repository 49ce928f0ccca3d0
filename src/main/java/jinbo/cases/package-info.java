/**
 * Complaints about calls: what a consumer says of one becomes a case with a number of its own, by which its state can be asked
 * for. Says what its insurer is told of it and takes the answer; has people decide, and decide again when one side contests that;
 * closes it in the end. Who complained, who called and what was written lie behind the gate to the numbers, and keep the consumer's
 * number from being erased as long as the case is open.
 *
 * <p>The packages below put together what was known to whom when the call was made and propose a finding ({@code evidence}), say
 * which measures follow from upheld cases ({@code measure}), and count cases for the sector, month by month ({@code report}).
 */
@ApplicationModule(
        allowedDependencies = {
            "registry",
            "accesslog",
            "insurer",
            "mobile",
            "workday",
            "lookup",
            "blocklist",
            "inbound",
            "exchange",
            "report",
            "disk"
        })
@NullMarked
package jinbo.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
