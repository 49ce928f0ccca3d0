/**
 * Upheld cases and a ladder of steps (data with dates) come in; proposed sanctions go out. Two people impose or lift a
 * sanction, and it ends by itself. {@code settle-cases} and {@code operator} may call it.
 */
@NamedInterface("sanction")
@NullMarked
package jinbo.cases.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
