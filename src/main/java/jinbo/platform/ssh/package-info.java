/** SSH keys in OpenSSH's file format, SSH signatures, and the algorithms that SSH clients and servers may use. */
@NamedInterface("ssh")
@NullMarked
package jinbo.platform.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
