/**
 * The pages for consumers: start, register, look, change, cancel, renew, confirmation, complaint, privacy; and where gateways report deliveries. They need no script and no account; whose
 * number it is, is decided by {@code consumer}.
 */
@NamedInterface("portal")
@NullMarked
package jinbo.consumer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
