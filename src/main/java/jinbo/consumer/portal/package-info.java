/**
 * Requests of browsers and delivery receipts of gateways come in; pages without script or account go out. Whose number
 * it is, is decided in {@code consumer}. {@code serve} opens the port; the remote portal shows the same pages.
 */
@NamedInterface("portal")
@NullMarked
package jinbo.consumer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
