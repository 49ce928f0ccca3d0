package jinbo.platform.ssh;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.kex.extension.KexExtensions;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Refuses clients without strict key exchange (OpenSSH, PROTOCOL, section 1.10; CVE-2023-48795). */
public final class StrictKeyExchange implements SessionListener {

    private static final String WHY =
            "strict key exchange (kex-strict-*-v00@openssh.com) is required here, and you do not offer it: CVE-2023-48795";

    /** @param server the server's first proposal in a connection */
    public static boolean isOfferedBy(Map<KexProposalOption, String> server) {
        return offers(server, KexExtensions.STRICT_KEX_SERVER_EXTENSION);
    }

    @Override
    public void sessionNegotiationStart(
            Session session, Map<KexProposalOption, String> client, Map<KexProposalOption, String> server) {
        // It is offered only in the first key exchange; later exchanges are protected by the keys of the first.
        if (session.getSessionId() == null && !offers(client, KexExtensions.STRICT_KEX_CLIENT_EXTENSION)) {
            refuse(session);
        }
    }

    /** Disconnects with a reason; always throws. */
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
