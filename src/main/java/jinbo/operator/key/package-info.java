/**
 * By what insurers are known and what is encrypted to them, and the association's own keys: what is decided about them,
 * and what is shown of them.
 */
@NullMarked
package jinbo.operator.key;

import org.jspecify.annotations.NullMarked;
