/** Validates uploads: turns decrypted text into rows and findings. Knows no drop, OpenPGP, database or job. */
@NullMarked
package jinbo.batch.validation;

import org.jspecify.annotations.NullMarked;
