package jinbo.drop;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;

/**
 * Lets one connection through to a server with a pinned key, and remembers what was shown instead. It travels with the
 * connection from before the first byte, so that no key exchange can run ahead of it.
 */
final class PinnedServerKey implements ServerKeyVerifier {

    static final AttributeRepository.AttributeKey<PinnedServerKey> OF_CONNECTION =
            new AttributeRepository.AttributeKey<>();

    /** Asks the pins that came with the connection; a connection without any is refused. */
    static final ServerKeyVerifier BY_CONNECTION = (session, address, key) -> {
        AttributeRepository context = session.getConnectionContext();
        PinnedServerKey pins = context == null ? null : context.getAttribute(OF_CONNECTION);
        return pins != null && pins.verifyServerKey(session, address, key);
    };

    /** A host key that was not accepted. */
    record Offered(String keyType, String fingerprint) {}

    private final HostKeyPins pins;
    private final AtomicReference<Offered> refused = new AtomicReference<>();

    PinnedServerKey(HostKeyPins pins) {
        this.pins = pins;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String fingerprint = new SshPublicKey(key).fingerprint();
        if (pins.allow(fingerprint)) {
            return true;
        }
        refused.set(new Offered(KeyUtils.getKeyType(key), fingerprint));
        return false;
    }

    Optional<Offered> refused() {
        return Optional.ofNullable(refused.get());
    }
}
