/**
 * Moves bytes between an insurer's SFTP drop and local files: waits until a file is whole, fetches, archives, delivers,
 * and offers a drop in this process for insurers that have no server. It must not know what the bytes are: no OpenPGP,
 * no CSV, no database, no job.
 */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
