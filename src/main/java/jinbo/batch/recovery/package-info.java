/**
 * Detects by drops and spool that the database has come back from an older back-up, names what was lost, and keeps the record of how the
 * recovery was settled. Knows no job: {@code collect} and {@code publish} ask here before they work.
 */
@NamedInterface("recovery")
@NullMarked
package jinbo.batch.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
