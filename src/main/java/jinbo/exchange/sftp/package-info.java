/** Transfers whole files from and to drops with pinned host keys. No Spring, because {@code partner} uses it. */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
