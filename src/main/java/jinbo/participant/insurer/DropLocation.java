package jinbo.participant.insurer;

import java.net.URI;
import java.util.Set;

public sealed interface DropLocation {

    /**
     * An account on the association's own embedded server.
     *
     * @param authorizedKeys public keys, in the format of OpenSSH's {@code authorized_keys}, that the insurer logs in with
     */
    record Embedded(Set<String> authorizedKeys) implements DropLocation {
        public Embedded {
            authorizedKeys = Set.copyOf(authorizedKeys);
        }
    }

    /**
     * The insurer's own server.
     *
     * @param url {@code sftp://user@host:port/path}
     * @param hostKeys the fingerprints ({@code SHA256:...}) that the server may show; never empty
     */
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
