/**
 * Seals and opens envelopes, and reads and generates keys. An envelope is one OpenPGP message (RFC 9580), signed and
 * then encrypted. {@code batch}, {@code operator}, {@code partner}, {@code demo} and {@code exchange.keys} may use this
 * package. It does not depend on SFTP, CSV, the database or insurers.
 */
@NamedInterface("openpgp")
@NullMarked
package jinbo.exchange.openpgp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
