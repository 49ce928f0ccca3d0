/**
 * Lines of business: what a call can sell. People add and close them by command; codes and names go out. Every area
 * above may call it; it does not know who sells what.
 */
@NamedInterface("business")
@NullMarked
package jinbo.reference.business;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
