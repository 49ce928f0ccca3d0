package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.sftp.server.DropAccount.DropAccounts;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authenticates the keys of clients, and authorizes each request anew, because accounts may change meanwhile. */
final class AccountAccessControl implements PublickeyAuthenticator, SftpEventListener, SessionListener {

    private static final AttributeKey<SshPublicKey> KEY = new AttributeKey<>();
    private static final AttributeKey<Boolean> ASSOCIATION = new AttributeKey<>();
    private static final AttributeKey<CachedAccess> CACHED_ACCESS = new AttributeKey<>();

    private static final long CACHE_NANOS = 1_000_000_000L;

    private static final Set<OpenOption> WRITE_OPTIONS = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final DropAccounts accounts;
    private final LoginAttemptLimiter attempts;

    private record CachedAccess(DropAccount.Access access, long at) {}

    AccountAccessControl(DropAccounts accounts, ServerLimits limits) {
        this.accounts = accounts;
        this.attempts = new LoginAttemptLimiter(limits);
    }

    /** True if the session uses a key of the association or, before login, has last offered such a key. */
    static boolean isAssociation(Session session) {
        return Boolean.TRUE.equals(session.getAttribute(ASSOCIATION));
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        String address = ConnectionLimit.addressOf(session);
        SshPublicKey shown = new SshPublicKey(key);
        Optional<DropAccount> account = accounts.find(user)
                .filter(found -> found.accessOf(shown) != DropAccount.Access.NONE)
                .filter(found -> found.isOurs(shown)
                        || !attempts.isOverLimit(address)
                        || attempts.isKnown(address, user, shown));
        if (account.isEmpty()) {
            attempts.recordFailure(address);
            return false;
        }
        session.setAttribute(KEY, shown);
        session.setAttribute(ASSOCIATION, account.get().isOurs(shown));
        return true;
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            keyOf(session)
                    .ifPresent(key ->
                            attempts.recordSuccess(ConnectionLimit.addressOf(session), session.getUsername(), key));
        }
    }

    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
        DropAccount.Access access = access(session, isForOpenFile(type));
        if (access == DropAccount.Access.NONE) {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "this account is closed");
            throw new AccessDeniedException("this account is closed");
        }
        if (access == DropAccount.Access.READ && isWrite(type)) {
            throw readOnly();
        }
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id) throws IOException {
        if (access(session, true) == DropAccount.Access.READ && !extension.equals("limits@openssh.com")) {
            throw readOnly();
        }
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        if (handle instanceof FileHandle file
                && access(session, true) == DropAccount.Access.READ
                && file.getOpenOptions().stream().anyMatch(WRITE_OPTIONS::contains)) {
            throw readOnly();
        }
    }

    private DropAccount.Access access(ServerSession session, boolean mayUseCache) {
        if (isAssociation(session)) {
            return DropAccount.Access.CHANGE;
        }
        CachedAccess cached = session.getAttribute(CACHED_ACCESS);
        if (mayUseCache && cached != null && System.nanoTime() - cached.at() < CACHE_NANOS) {
            return cached.access();
        }
        DropAccount.Access now = keyOf(session)
                .flatMap(key -> accounts.find(session.getUsername()).map(account -> account.accessOf(key)))
                .orElse(DropAccount.Access.NONE);
        session.setAttribute(CACHED_ACCESS, new CachedAccess(now, System.nanoTime()));
        return now;
    }

    private static Optional<SshPublicKey> keyOf(Session session) {
        return Optional.ofNullable(session.getAttribute(KEY));
    }

    private static boolean isForOpenFile(int type) {
        return switch (type) {
            case SftpConstants.SSH_FXP_READ,
                    SftpConstants.SSH_FXP_WRITE,
                    SftpConstants.SSH_FXP_READDIR,
                    SftpConstants.SSH_FXP_CLOSE -> true;
            default -> false;
        };
    }

    /** True for requests that write, except extensions and the opening of a file, which have their own checks. */
    private static boolean isWrite(int type) {
        return switch (type) {
            case SftpConstants.SSH_FXP_INIT,
                    SftpConstants.SSH_FXP_OPEN,
                    SftpConstants.SSH_FXP_CLOSE,
                    SftpConstants.SSH_FXP_READ,
                    SftpConstants.SSH_FXP_LSTAT,
                    SftpConstants.SSH_FXP_FSTAT,
                    SftpConstants.SSH_FXP_STAT,
                    SftpConstants.SSH_FXP_OPENDIR,
                    SftpConstants.SSH_FXP_READDIR,
                    SftpConstants.SSH_FXP_REALPATH,
                    SftpConstants.SSH_FXP_READLINK,
                    SftpConstants.SSH_FXP_EXTENDED -> false;
            default -> true;
        };
    }

    private static AccessDeniedException readOnly() {
        return new AccessDeniedException("this account is read-only");
    }

    /**
     * Counts refused keys for each network address. An address over the limit can, for the rest of the minute, use only
     * keys that have already logged in from it, so that an attacker cannot lock out others at the same address.
     * Remembers only the newest addresses and keys.
     */
    static final class LoginAttemptLimiter {

        private static final Logger LOG = LoggerFactory.getLogger(LoginAttemptLimiter.class);

        private static final int MAX_REMEMBERED = 1024;

        private final int limit;
        private final Map<String, Failures> failures = bounded();
        private final Map<String, Boolean> known = bounded();

        private record Failures(long since, int keys) {

            boolean areExpired() {
                return System.nanoTime() - since > ServerLimits.REFUSED_WITHIN.toNanos();
            }
        }

        LoginAttemptLimiter(ServerLimits limits) {
            this.limit = limits.refusedKeys();
        }

        synchronized boolean isOverLimit(String address) {
            Failures now = failures.get(address);
            return now != null && !now.areExpired() && now.keys() >= limit;
        }

        synchronized void recordFailure(String address) {
            Failures before = failures.get(address);
            Failures now = before == null || before.areExpired()
                    ? new Failures(System.nanoTime(), 1)
                    : new Failures(before.since(), before.keys() + 1);
            failures.put(address, now);
            if (now.keys() == limit) {
                LOG.warn(
                        "Address {} has shown {} wrong keys to the embedded server; for a minute, only keys that"
                                + " logged in from there before are accepted",
                        address,
                        limit);
            }
        }

        synchronized void recordSuccess(String address, String user, SshPublicKey key) {
            known.put(knownId(address, user, key), true);
        }

        synchronized boolean isKnown(String address, String user, SshPublicKey key) {
            return known.containsKey(knownId(address, user, key));
        }

        private static String knownId(String address, String user, SshPublicKey key) {
            return address + " " + user + " " + key.fingerprint();
        }

        private static <T> Map<String, T> bounded() {
            return new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            };
        }
    }
}
