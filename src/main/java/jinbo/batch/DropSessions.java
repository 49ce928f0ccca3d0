package jinbo.batch;

import jakarta.annotation.PreDestroy;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import org.apache.sshd.sftp.client.SftpClient;
import org.springframework.context.annotation.Lazy;
import org.springframework.integration.sftp.session.SftpRemoteFileTemplate;
import org.springframework.integration.sftp.session.SftpSession;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/** Opens an SFTP session for each visit of a drop. */
@Component
@Lazy
class DropSessions {

    private final AssociationKeys keys;
    private final DropPasswords passwords;
    private final DropSettings settings;
    private Optional<DropClient> client = Optional.empty();

    DropSessions(AssociationKeys keys, DropSettings settings, DropPasswords passwords) {
        this.keys = keys;
        this.passwords = passwords;
        this.settings = settings;
    }

    synchronized DropClient client() {
        if (client.isEmpty()) {
            client = Optional.of(new DropClient(DropCredentials.ofKey(keys.ssh()), settings.timeouts()));
        }
        return client.get();
    }

    DropCredentials credentials(InsurerCode insurer) {
        DropCredentials key = DropCredentials.ofKey(keys.ssh());
        return passwords.find(insurer).map(key::andPassword).orElse(key);
    }

    /** @throws jinbo.exchange.sftp.DropException if the drop cannot be reached or refuses the login */
    <T> T use(DropContext drop, Function<DropSession, T> work) {
        SftpRemoteFileTemplate template = new SftpRemoteFileTemplate(() -> open(drop));
        try {
            return Objects.requireNonNull(
                    template.<T, SftpClient>executeWithClient(client -> work.apply(DropSession.over(client))));
        } catch (MessagingException e) {
            throw unwrap(e);
        }
    }

    private SftpSession open(DropContext drop) {
        return new SftpSession(client().open(drop.insurer(), drop.address(), credentials(drop.insurer()))
                .client());
    }

    private static RuntimeException unwrap(MessagingException wrapper) {
        RuntimeException found = wrapper;
        while (found instanceof MessagingException && found.getCause() instanceof RuntimeException cause) {
            found = cause;
        }
        return found;
    }

    @PreDestroy
    void disconnect() {
        client.ifPresent(DropClient::close);
    }
}
