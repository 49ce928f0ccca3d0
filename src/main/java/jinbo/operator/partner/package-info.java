/**
 * The commands {@code partner ...} of an insurer's own side. What was typed comes in, {@code jinbo.partner} does the work, and
 * records of its result go out. Nothing here opens a home or a database; only the command line calls it.
 */
@NullMarked
package jinbo.operator.partner;

import org.jspecify.annotations.NullMarked;
