/**
 * Reads and writes the formats that are documented in {@code exchange-formats/}: file names, codes, receipts, outcomes,
 * block lists, manifests and acknowledgements. It does not depend on SFTP, OpenPGP or the database, and does not
 * validate uploads. Every area above may use it.
 */
@NamedInterface("format")
@NullMarked
package jinbo.exchange.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
