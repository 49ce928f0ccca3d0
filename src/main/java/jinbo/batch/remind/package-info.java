/**
 * The job {@code remind-consumers}: sends short messages about blocks that end soon and about the consumers'
 * complaints.
 */
@NamedInterface("remind")
@NullMarked
package jinbo.batch.remind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
