/**
 * Sanctions from upheld cases and dated ladders of steps. Two people impose or lift one, else it ends by itself.
 * {@code settle-cases} and {@code operator} may call it.
 */
@NamedInterface("sanction")
@NullMarked
package jinbo.cases.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
