/**
 * The command line: reads what an operator typed, asks the packages below, and tells the answer as text in English or
 * Chinese or as JSON. Knows no SQL, no OpenPGP packet, no CSV row and no Batch job, only what the packages below offer.
 */
@NullMarked
package jinbo.operator.cli;

import org.jspecify.annotations.NullMarked;
