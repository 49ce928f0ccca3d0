/**
 * Pages without script or account for browsers, and delivery receipts of gateways. {@code consumer} verifies whose
 * number it is. {@code serve} opens the port; the remote portal shows the same pages.
 */
@NamedInterface("portal")
@NullMarked
package jinbo.consumer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
