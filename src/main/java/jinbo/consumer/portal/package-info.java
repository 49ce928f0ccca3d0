/**
 * The portal: web pages on which consumers block calls and complain, without accounts and usable without scripts. Its
 * port also receives the delivery receipts of gateways. {@code consumer} verifies who holds a number. {@code serve}
 * opens the port; the remote portal shows the same pages.
 */
@NamedInterface("portal")
@NullMarked
package jinbo.consumer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
