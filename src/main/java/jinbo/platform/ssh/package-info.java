/**
 * SSH keys in OpenSSH's file format, with or without a passphrase, come in; public and private keys go out; the
 * algorithms that clients and servers may use are here, too. It knows neither drops nor people. {@code participant}, {@code exchange} and all above may call it.
 */
@NamedInterface("ssh")
@NullMarked
package jinbo.platform.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
