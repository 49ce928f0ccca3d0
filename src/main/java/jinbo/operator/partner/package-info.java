/**
 * The commands {@code partner ...} of an insurer. They call {@code jinbo.partner}, return records, and open no home and
 * no database. Only the command line uses this package.
 */
@NullMarked
package jinbo.operator.partner;

import org.jspecify.annotations.NullMarked;
