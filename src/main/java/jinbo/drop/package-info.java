/**
 * Moves bytes between an insurer's SFTP drop and local files: waits until a file is whole, fetches, archives, delivers,
 * and offers a drop in this process for insurers that have no server. It must not know what the bytes are: no OpenPGP,
 * no CSV, no database, no job. Its place among the packages is guarded by {@code jinbo.BoundariesTest}.
 */
@ApplicationModule(allowedDependencies = {"disk", "mobile", "insurer"})
@NullMarked
package jinbo.drop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
