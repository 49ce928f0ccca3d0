/**
 * Reminding: the holders of numbers are told by short message that their blocks end soon. The job {@code remind-consumers} does it.
 */
@NamedInterface("remind")
@NullMarked
package jinbo.batch.remind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
