/**
 * The association's OpenPGP, SSH and hashing keys come in from the home, with the passphrase that protects them; keys
 * that are ready for use go out, and the record of which certificate each insurer was sent. It refuses the published
 * sample keys outside the demo. {@code batch}, {@code operator}, {@code partner} and {@code demo} may call it.
 */
@NamedInterface("keys")
@NullMarked
package jinbo.exchange.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
