/**
 * The complete history of one number: accesses, uploads, lists and case files. It joins data of the access log,
 * registry, lists and cases, and stores nothing. Only the command line uses this package.
 */
@NullMarked
package jinbo.operator.trace;

import org.jspecify.annotations.NullMarked;
