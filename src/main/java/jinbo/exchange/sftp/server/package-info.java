/**
 * The embedded SFTP server for insurers that have none: accounts and their folders go in, a drop for each comes out. It
 * knows no insurer, only accounts. {@code batch}, {@code operator}, {@code partner} and {@code demo} may call it.
 */
@NamedInterface("sftp-server")
@NullMarked
package jinbo.exchange.sftp.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
