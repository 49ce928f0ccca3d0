/**
 * The contract with insurers as types: names of files, codes of findings, receipts, outcomes, block lists, manifests,
 * acknowledgements and the digest of a list, with what reads and writes them. The rules in words are the folder
 * {@code exchange-formats/}. Knows nothing of SFTP, OpenPGP, the database or of how an upload is judged. Its place among
 * the packages is guarded by {@code jinbo.BoundariesTest}.
 */
@NamedInterface("format")
@NullMarked
package jinbo.exchange.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
