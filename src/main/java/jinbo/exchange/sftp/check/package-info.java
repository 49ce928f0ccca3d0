/**
 * The check of a drop, step by step: an insurer's drop goes in, what was found at each step comes out. It uses the
 * connections and file operations of {@code exchange.sftp}. {@code batch} and {@code operator} may call it.
 */
@NamedInterface("sftp-check")
@NullMarked
package jinbo.exchange.sftp.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
