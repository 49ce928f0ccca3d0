/**
 * The association's own OpenPGP, SSH and hashing keys, kept in the home; the passphrase that protects them; and which certificate each insurer
 * has been sent. Refuses the published sample keys outside of the demo.
 */
@NamedInterface("keys")
@NullMarked
package jinbo.exchange.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
