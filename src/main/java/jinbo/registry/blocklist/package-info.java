/**
 * A snapshot of the registry comes in; the full list or the delta of one insurer goes out, and the record of every
 * list that was made, delivered, withheld or acknowledged is kept here. It knows no OpenPGP and no SFTP.
 * {@code batch}, {@code cases} and {@code operator} may call it.
 */
@NamedInterface("blocklist")
@NullMarked
package jinbo.registry.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
