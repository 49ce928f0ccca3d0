/**
 * Where one number has been: who looked at it, which uploads brought it, which lists held it and which case files
 * handed it over, so that whoever asks can be told. Joins what the access log, the registry, the lists and the cases know; reads no table itself and keeps nothing.
 */
@NullMarked
package jinbo.operator.trace;

import org.jspecify.annotations.NullMarked;
