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

/**
 * Sessions on insurers' drops as Spring Integration has them: a caching session factory for each drop, behind a delegating one. To
 * connect and log in takes longer than to deliver a list of changes, so a session is used again until it is closed or no longer
 * answers.
 */
@Component
@Lazy
class DropSessions {

    /**
     * No limit, because nobody waits for a session that another thread has. Leases let one thread work for an insurer, beside which there
     * are only looks.
     */
    private static final int UNLIMITED = 0;

    /** A drop is known by its pinned host keys, too: a session behind a key that is no longer pinned is not used again. */
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

    /**
     * Does work with a session, a cached one where the server still answers on it. The session stays in the cache unless the work fails.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be reached or entered; and whatever the work throws
     */
    <T> T use(DropContext drop, Function<DropSession, T> work) {
        factory.setThreadKey(drop);
        try {
            return Objects.requireNonNull(
                    template.<T, SftpClient>executeWithClient(client -> work.apply(DropSession.over(client))));
        } catch (MessagingException e) {
            throw unwrapped(e);
        } finally {
            factory.clearThreadKey();
        }
    }

    private static RuntimeException unwrapped(MessagingException wrapper) {
        RuntimeException found = wrapper;
        while ((found instanceof MessagingException || found instanceof PoolItemNotAvailableException)
                && found.getCause() instanceof RuntimeException cause) {
            found = cause;
        }
        return found;
    }

    /** Closes the sessions on a drop that nobody uses, and others when they are no longer used. */
    void close(DropContext drop) {
        cacheOf(drop).resetCache();
    }

    /** The same for all drops. */
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

    private DropSession open(DropContext drop) {
        return client().open(drop.insurer(), drop.address(), credentials(drop.insurer()));
    }

    private CachingSessionFactory<SftpClient.DirEntry> newCache(DropContext drop) {
        CachingSessionFactory<SftpClient.DirEntry> cache =
                new CachingSessionFactory<>(() -> new SftpSession(open(drop).client()), UNLIMITED);
        cache.setTestSession(true);
        return cache;
    }
}
