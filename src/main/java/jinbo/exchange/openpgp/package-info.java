/**
 * Opens and seals streams: an envelope is one OpenPGP message (RFC 9580), signed and then encrypted. Says who signed and
 * when, or why an envelope is refused, and reads and makes keys. Must not know where the bytes come from or
 * what they mean: no SFTP, no CSV, no database, no insurer.
 */
@NamedInterface("openpgp")
@NullMarked
package jinbo.exchange.openpgp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
