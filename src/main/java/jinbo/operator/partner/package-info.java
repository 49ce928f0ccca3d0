/**
 * The commands {@code partner ...} of an insurer, which call {@code jinbo.partner} and return records. They open no
 * home and no database. Only the command line uses this package.
 */
@NullMarked
package jinbo.operator.partner;

import org.jspecify.annotations.NullMarked;
