/** Checks an insurer's drop step by step and returns a result for each step. */
@NamedInterface("sftp-check")
@NullMarked
package jinbo.exchange.sftp.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
