package jinbo.exchange.sftp;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.TestDrop;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.KexProposalOption;

/** SSH clients for tests: our client without pins, and foreign clients of any age. */
public final class CustomSshClient {

    private CustomSshClient() {}

    /** Our client, not started, that accepts every host key. */
    public static SshClient withoutPins() {
        SshClient client = DropClient.isolatedSshClient(TestDrop.SHORT);
        client.setServerKeyVerifier((session, address, key) -> true);
        return client;
    }

    /** The events of a client that changes its proposal. */
    static Set<ClientSessionEvent> comesTo(TestDrop drop, UnaryOperator<Map<KexProposalOption, String>> proposed)
            throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setSessionFactory(new SessionFactory(client) {
                @Override
                protected ClientSessionImpl doCreateSession(IoSession line) throws Exception {
                    return new ClientSessionImpl(getClient(), line) {
                        @Override
                        protected Map<KexProposalOption, String> doStrictKexProposal(
                                Map<KexProposalOption, String> proposal) {
                            return proposed.apply(super.doStrictKexProposal(proposal));
                        }
                    };
                }
            });
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            return client.connect("YUNHE", "127.0.0.1", drop.server.port())
                    .verify(TestDrop.SHORT.connect())
                    .getSession()
                    .waitFor(
                            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED),
                            TestDrop.SHORT.login());
        }
    }

    static Map<KexProposalOption, String> withoutStrict(Map<KexProposalOption, String> proposal) {
        Map<KexProposalOption, String> old = new EnumMap<>(proposal);
        old.computeIfPresent(
                KexProposalOption.ALGORITHMS,
                (option, names) -> Stream.of(names.split(","))
                        .filter(name -> !name.startsWith("kex-strict-"))
                        .collect(Collectors.joining(",")));
        return old;
    }
}
