/**
 * One number comes in; everything that happened to it goes out: who looked at it, which uploads brought it, which
 * lists held it, which case files handed it over. It joins what access log, registry, lists and cases know, reads no
 * table itself and keeps nothing. Only the command line may call it.
 */
@NullMarked
package jinbo.operator.trace;

import org.jspecify.annotations.NullMarked;
