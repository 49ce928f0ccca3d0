package jinbo.exchange.sftp;

import java.util.Optional;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Answers keyboard-interactive login (RFC 4256): a single prompt without echo gets the password, once. Other prompts get no answer, and
 * it never sets a new password.
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
        // The client has already sent the password if the method "password" is offered; a second attempt may lock the
        // account.
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
