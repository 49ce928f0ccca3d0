/**
 * Writes the rows of insurers' full lists and deltas from a snapshot of the registry, and records which lists were
 * made, delivered, withheld or acknowledged. It does not depend on OpenPGP or SFTP. {@code batch}, {@code cases},
 * {@code demo} and {@code operator} may call it.
 */
@NamedInterface("blocklist")
@NullMarked
package jinbo.registry.blocklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
