/**
 * Sealed streams come in and opened ones go out, and back: an envelope is one OpenPGP message (RFC 9580), signed and
 * then encrypted. It says who signed and when, or why an envelope is refused, and reads and makes keys. {@code batch},
 * {@code operator}, {@code partner}, {@code demo} and {@code exchange.keys} may call it; it knows no SFTP, no CSV, no
 * database and no insurer.
 */
@NamedInterface("openpgp")
@NullMarked
package jinbo.exchange.openpgp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
