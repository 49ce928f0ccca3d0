/** SSH keys in OpenSSH's file format, SSH signatures, and the algorithms of SSH clients and servers. */
@NamedInterface("ssh")
@NullMarked
package jinbo.platform.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
