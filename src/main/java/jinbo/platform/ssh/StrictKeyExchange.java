package jinbo.platform.ssh;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.kex.extension.KexExtensions;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/**
 * Has a server refuse whatever client does not offer the strict key exchange (OpenSSH, PROTOCOL, section 1.10): without it, somebody on the line
 * can take packets away unnoticed (Terrapin, CVE-2023-48795). The library uses it where both sides offer it, and otherwise goes
 * on without.
 */
public final class StrictKeyExchange implements SessionListener {

    private static final String WHY =
            "strict key exchange (kex-strict-*-v00@openssh.com) is required here, and you do not offer it: CVE-2023-48795";

    /** Whether a server's proposal, the first of a connection, offers it. */
    public static boolean isOfferedBy(Map<KexProposalOption, String> server) {
        return offers(server, KexExtensions.STRICT_KEX_SERVER_EXTENSION);
    }

    @Override
    public void sessionNegotiationStart(
            Session session, Map<KexProposalOption, String> client, Map<KexProposalOption, String> server) {
        // it is offered once, before there are keys; a later exchange is protected by those
        if (session.getSessionId() == null && !offers(client, KexExtensions.STRICT_KEX_CLIENT_EXTENSION)) {
            refuse(session);
        }
    }

    /**
     * Says so to the other side, and goes no further.
     *
     * @throws IllegalStateException always: it ends the exchange
     */
    public static void refuse(Session session) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED, WHY);
        } catch (IOException e) {
            throw new IllegalStateException(WHY, e);
        }
        throw new IllegalStateException(WHY);
    }

    private static boolean offers(Map<KexProposalOption, String> proposal, String marker) {
        return Arrays.asList(
                        proposal.getOrDefault(KexProposalOption.ALGORITHMS, "").split(","))
                .contains(marker);
    }
}
