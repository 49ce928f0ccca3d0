/**
 * Who is blocked for whom: renders the list of an insurer from the registry and keeps the record of every list that was
 * made or withheld, and of what insurers say that they hold. Knows no OpenPGP and no SFTP.
 */
@NamedInterface("blocklist")
@NullMarked
package jinbo.registry.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
