/** SSH keys in files: OpenSSH's format, with a passphrase or without. */
@NamedInterface("ssh")
@NullMarked
package jinbo.platform.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
