/** Detects a restore from an older back-up by unrecorded files on drops and in the spool. */
@NamedInterface("recovery")
@NullMarked
package jinbo.batch.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
