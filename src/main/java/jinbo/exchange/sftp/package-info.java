/**
 * Files come in from a drop and go out to it over SFTP: whole, never overwriting, and only to a server whose host key
 * is pinned. It knows nothing of what the bytes mean: no OpenPGP, no CSV, no database; and no Spring, because
 * {@code partner} uses it. {@code batch}, {@code operator}, {@code partner} and {@code demo} may call it.
 */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
