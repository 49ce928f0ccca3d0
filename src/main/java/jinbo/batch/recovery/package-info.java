/**
 * Detects that the database was restored from an older backup, because files on drops or in the spool have no record,
 * and keeps the state of the recovery until it is settled.
 */
@NamedInterface("recovery")
@NullMarked
package jinbo.batch.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
