/** Manages lines of business, but not which insurer sells them. Every area above may use it. */
@NamedInterface("business")
@NullMarked
package jinbo.reference.business;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
