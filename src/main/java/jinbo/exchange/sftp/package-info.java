/**
 * Transfers whole files from and to a drop over SFTP, never overwrites, and only talks to servers with a pinned host key. Uses no
 * OpenPGP, CSV, database or Spring, because {@code partner} uses it too.
 */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
