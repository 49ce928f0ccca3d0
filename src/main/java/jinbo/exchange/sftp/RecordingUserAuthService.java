package jinbo.exchange.sftp;

import java.util.Arrays;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** The library's login, which also remembers by which methods a server says that it lets in (RFC 4252, section 5.1). */
final class RecordingUserAuthService extends ClientUserAuthService {

    static final ClientUserAuthServiceFactory FACTORY = new ClientUserAuthServiceFactory() {
        @Override
        public Service create(Session session) {
            return new RecordingUserAuthService(session);
        }
    };

    private RecordingUserAuthService(Session session) {
        super(session);
    }

    @Override
    protected void processUserAuth(int command, Buffer buffer, AuthFuture future) throws Exception {
        if (command == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
            int position = buffer.rpos();
            String[] methods = buffer.getString().split(",");
            buffer.rpos(position);
            Handshake.of(getSession()).ifPresent(handshake -> handshake.recordAuthMethods(Arrays.asList(methods)));
        }
        super.processUserAuth(command, buffer, future);
    }
}
