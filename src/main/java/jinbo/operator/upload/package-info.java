/**
 * What people decide about files that came in: those that wait, and those that their insurer wants back. Operations come in, results
 * go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.upload;

import org.jspecify.annotations.NullMarked;
