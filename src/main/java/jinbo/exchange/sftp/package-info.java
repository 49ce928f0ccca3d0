/**
 * Files come in from a drop and go out to it over SFTP: whole, never overwriting, and only to a server whose host key
 * is pinned; the embedded server is here, too. It knows nothing of what the bytes mean: no OpenPGP, no CSV, no
 * database. {@code batch}, {@code operator}, {@code partner} and {@code demo} may call it.
 */
@NamedInterface("sftp")
@NullMarked
package jinbo.exchange.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
