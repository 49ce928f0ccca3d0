/**
 * The lines of business. {@code participant.insurer} knows which insurer sells which line. All areas above may use this
 * package.
 */
@NamedInterface("business")
@NullMarked
package jinbo.reference.business;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
