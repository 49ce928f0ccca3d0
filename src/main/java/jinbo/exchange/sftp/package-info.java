/**
 * Transfers whole files from and to drops, and accepts only pinned host keys. It does not use Spring, because
 * {@code partner} uses this package.
 */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
