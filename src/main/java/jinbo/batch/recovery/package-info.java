/**
 * Detects that the database was restored from an older back-up, by files on drops and in the spool that it does not
 * know, and brings the lost uploads back (a "recovery").
 */
@NamedInterface("recovery")
@NullMarked
package jinbo.batch.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
