/** Sends the association's next certificates and revocations to every insurer, through the insurer's drop. */
@NamedInterface("keyrollover")
@NullMarked
package jinbo.batch.keyrollover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
