/**
 * Manages the association's OpenPGP, SSH and hashing keys in the home, their passphrase, and the announcements of
 * certificates to insurers. It refuses the published sample keys outside the demo. {@code batch}, {@code operator},
 * {@code partner} and {@code demo} may use this package.
 */
@NamedInterface("keys")
@NullMarked
package jinbo.exchange.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
