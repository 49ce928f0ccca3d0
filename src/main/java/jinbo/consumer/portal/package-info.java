/**
 * The web pages for consumers, without scripts and without accounts, and the port for delivery receipts of gateways.
 * {@code consumer} verifies that a number belongs to the visitor. {@code serve} opens the port. The remote portal shows
 * the same pages.
 */
@NamedInterface("portal")
@NullMarked
package jinbo.consumer.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
