/**
 * Reads and writes the formats that {@code exchange-formats/} documents: file names, codes, receipts, outcomes, block
 * lists, manifests and acknowledgements. It does not depend on SFTP, OpenPGP or the database, and does not validate
 * uploads. All areas above may use it.
 */
@NamedInterface("format")
@NullMarked
package jinbo.exchange.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
