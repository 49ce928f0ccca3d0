package jinbo.participant.insurer;

import java.net.URI;
import java.util.Set;

/** Where an insurer's drop is. */
public sealed interface DropLocation {

    /** An account on the embedded SFTP server; the keys are lines as in OpenSSH's {@code authorized_keys}. */
    record Embedded(Set<String> authorizedKeys) implements DropLocation {
        public Embedded {
            authorizedKeys = Set.copyOf(authorizedKeys);
        }
    }

    /** The insurer's own server, {@code sftp://user@host:port/path}, with fingerprints of its host keys. */
    record Remote(URI url, Set<String> hostKeys) implements DropLocation {
        public Remote {
            hostKeys = Set.copyOf(hostKeys);
            if (hostKeys.isEmpty()) {
                throw new IllegalArgumentException(
                        "A drop on an insurer's own server needs at least one host key fingerprint");
            }
        }

        public RemoteDropAddress place() {
            return RemoteDropAddress.of(url);
        }
    }
}
