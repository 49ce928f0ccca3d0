package jinbo.batch;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import org.apache.sshd.sftp.client.SftpClient;
import org.springframework.context.annotation.Lazy;
import org.springframework.integration.file.remote.session.CachingSessionFactory;
import org.springframework.integration.file.remote.session.DelegatingSessionFactory;
import org.springframework.integration.sftp.session.SftpRemoteFileTemplate;
import org.springframework.integration.sftp.session.SftpSession;
import org.springframework.integration.util.PoolItemNotAvailableException;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/** Opens SFTP sessions and caches them for each drop, because connecting takes longer than delivering a delta. */
@Component
@Lazy
class DropSessions {

    /** Leases limit each insurer to one working thread, so no caller has to wait for a session. */
    private static final int UNLIMITED = 0;

    /** The key includes the pinned host keys, so that a session is not reused after the pins have changed. */
    private final Map<DropContext, CachingSessionFactory<SftpClient.DirEntry>> caches = new ConcurrentHashMap<>();

    private final DelegatingSessionFactory<SftpClient.DirEntry> factory =
            new DelegatingSessionFactory<>(drop -> cacheOf((DropContext) drop));
    private final SftpRemoteFileTemplate template = new SftpRemoteFileTemplate(factory);
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
        factory.setThreadKey(drop);
        try {
            return Objects.requireNonNull(
                    template.<T, SftpClient>executeWithClient(client -> work.apply(DropSession.over(client))));
        } catch (MessagingException e) {
            throw unwrap(e);
        } finally {
            factory.clearThreadKey();
        }
    }

    private static RuntimeException unwrap(MessagingException wrapper) {
        RuntimeException found = wrapper;
        while ((found instanceof MessagingException || found instanceof PoolItemNotAvailableException)
                && found.getCause() instanceof RuntimeException cause) {
            found = cause;
        }
        return found;
    }

    /** Closes idle sessions on a drop; sessions in use are closed when they are returned. */
    void close(DropContext drop) {
        cacheOf(drop).resetCache();
    }

    void closeAll() {
        caches.values().forEach(CachingSessionFactory::resetCache);
    }

    @PreDestroy
    void disconnect() {
        closeAll();
        client.ifPresent(DropClient::close);
    }

    private CachingSessionFactory<SftpClient.DirEntry> cacheOf(DropContext drop) {
        return caches.computeIfAbsent(drop, this::newCache);
    }

    private CachingSessionFactory<SftpClient.DirEntry> newCache(DropContext drop) {
        CachingSessionFactory<SftpClient.DirEntry> cache = new CachingSessionFactory<>(
                () -> new SftpSession(client().open(drop.insurer(), drop.address(), credentials(drop.insurer()))
                        .client()),
                UNLIMITED);
        cache.setTestSession(true);
        return cache;
    }
}
