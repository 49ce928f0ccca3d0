/**
 * What people decide about insurers and the sales units that call for them: who takes part, bound by which agreements,
 * selling what, let in by which host keys. Operations come in, results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.insurer;

import org.jspecify.annotations.NullMarked;
