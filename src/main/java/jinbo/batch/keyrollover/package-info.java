/**
 * The association's next certificates and its revocations come in; each goes out to every insurer once, sealed,
 * through the insurer's drop. The jobs that visit drops call it while they hold the insurer's lease. {@code operator}
 * may ask which certificates are due.
 */
@NamedInterface("keyrollover")
@NullMarked
package jinbo.batch.keyrollover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
