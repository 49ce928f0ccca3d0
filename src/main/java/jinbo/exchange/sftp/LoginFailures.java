package jinbo.exchange.sftp;

import java.io.IOException;
import org.apache.sshd.common.SshException;

/** Tells by what a server has said why it did not let us in, or why we did not go in. */
final class LoginFailures {

    private LoginFailures() {}

    /**
     * @param step how far we came
     * @param thrown what the library says
     */
    static DropException toException(
            Handshake server, DropContext dropContext, DropCredentials own, DropCheckStep step, IOException thrown) {
        if (server.isNotStrict()) {
            return KeyExchangeRefusedException.notStrict(dropContext, server);
        }
        if (server.disagreement().isPresent()) {
            return KeyExchangeRefusedException.nothingInCommon(dropContext, server);
        }
        if (step == DropCheckStep.SFTP) {
            return SftpExceptionTranslator.of(dropContext, "opening SFTP", thrown);
        }
        return saidNo(server, thrown)
                ? new DropLoginRefusedException(dropContext, own, thrown)
                : SftpExceptionTranslator.of(dropContext, "logging in", thrown);
    }

    /** The server has been asked and said no; some hang up then. */
    private static boolean saidNo(Handshake server, IOException thrown) {
        return thrown instanceof SshException ended
                && ended.getDisconnectCode() > 0
                && !server.methods().isEmpty();
    }
}
