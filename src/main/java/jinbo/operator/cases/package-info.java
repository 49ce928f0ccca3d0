/**
 * What people ask and decide about consumers' complaints of calls, and about what follows for insurers. Operations come
 * in, results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.cases;

import org.jspecify.annotations.NullMarked;
