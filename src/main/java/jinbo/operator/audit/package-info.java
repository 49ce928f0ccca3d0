/**
 * Operations for auditors: who has seen which data, in which uploads, lists and case files a number occurs, and whether
 * all records are intact.
 */
@NullMarked
package jinbo.operator.audit;

import org.jspecify.annotations.NullMarked;
