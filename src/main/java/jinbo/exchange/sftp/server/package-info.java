/** The embedded SFTP server, with a drop for each account. It does not depend on insurers. */
@NamedInterface("sftp-server")
@NullMarked
package jinbo.exchange.sftp.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
