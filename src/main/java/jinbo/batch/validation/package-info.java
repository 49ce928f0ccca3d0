/**
 * Validates the clear text of uploads and turns it into rows or findings. Does not depend on drops, OpenPGP, the
 * database or jobs.
 */
@NullMarked
package jinbo.batch.validation;

import org.jspecify.annotations.NullMarked;
