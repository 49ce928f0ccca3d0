/** The job {@code settle-cases}: notifies insurers of cases, decisions and sanctions, and closes cases. */
@NamedInterface("settle")
@NullMarked
package jinbo.batch.settle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
