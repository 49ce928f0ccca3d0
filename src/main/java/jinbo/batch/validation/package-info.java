/**
 * Validates uploads: a stream of clear text becomes rows or findings. Knows no drop, OpenPGP, database or job; called
 * by {@code batch.collect}.
 */
@NullMarked
package jinbo.batch.validation;

import org.jspecify.annotations.NullMarked;
