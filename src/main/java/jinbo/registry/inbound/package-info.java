/**
 * What has been received: each file from its fetching to its last answer, with its findings. Holds no phone number.
 */
@NamedInterface("inbound")
@NullMarked
package jinbo.registry.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
