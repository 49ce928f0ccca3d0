/**
 * The complete history of one number: accesses, uploads, lists and case files. It joins data of access log, registry,
 * lists and cases, and stores nothing. Only {@code operator.audit} uses this package.
 */
@NullMarked
package jinbo.operator.trace;

import org.jspecify.annotations.NullMarked;
