package jinbo.exchange.sftp;

import java.util.Optional;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Answers a server that asks for the password by a dialogue (keyboard-interactive, RFC 4256): one question whose answer is not
 * to be seen gets the password, once; any other gets none. Never sets a new password.
 */
final class PasswordInteraction implements UserInteraction {

    private final Handshake handshake;
    private Optional<String> password;

    PasswordInteraction(Handshake handshake, Optional<String> password) {
        this.handshake = handshake;
        this.password = password;
    }

    @Override
    public synchronized String @Nullable [] interactive(
            ClientSession session, String name, String instruction, String language, String[] prompts, boolean[] echo) {
        // where the plain method is offered, the password has been shown by that; twice may lock the account
        boolean shownBefore = handshake.methods().contains("password");
        if (prompts.length != 1 || echo[0] || password.isEmpty() || shownBefore) {
            return null;
        }
        String answer = password.get();
        password = Optional.empty();
        return new String[] {answer};
    }

    @Override
    public @Nullable String getUpdatedPassword(ClientSession session, String prompt, String language) {
        handshake.recordNewPasswordRequest();
        return null;
    }
}
