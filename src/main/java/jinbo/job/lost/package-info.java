/**
 * Sees by the drops and the spool that the database has come back from an older back-up, names what was lost, and says what is
 * left of it. Knows no job: {@code collect} and {@code publish} ask here before they work.
 */
@NamedInterface("lost")
@NullMarked
package jinbo.job.lost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
