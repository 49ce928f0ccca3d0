/**
 * The contract with insurers as types: names, codes, receipts, outcomes, block lists, manifests and acknowledgements
 * come in as bytes and go out as values, and back; the rules in words are the folder {@code exchange-formats/}. It
 * knows nothing of SFTP, OpenPGP or the database, and does not judge uploads. Every area above may call it.
 */
@NamedInterface("format")
@NullMarked
package jinbo.exchange.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
