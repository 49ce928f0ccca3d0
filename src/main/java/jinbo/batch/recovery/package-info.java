/**
 * Files on drops and in the spool that no record knows come in; the finding that the database was restored from an
 * older back-up goes out, with what was lost and how the recovery was settled. It knows no job. {@code collect},
 * {@code publish} and {@code settle} ask it before they work, and the command line shows and settles a recovery.
 */
@NamedInterface("recovery")
@NullMarked
package jinbo.batch.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
