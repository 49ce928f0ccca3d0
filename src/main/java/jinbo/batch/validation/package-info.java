/** Validates uploads: clear text becomes rows or findings. Knows no drop, OpenPGP, database or job. */
@NullMarked
package jinbo.batch.validation;

import org.jspecify.annotations.NullMarked;
