package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * Lets keys in to the accounts of the embedded server, and asks again at each request what an insurer's key may do now: an account may be taken away, or be
 * for reading only, while somebody is in. Data of a file that is open is asked about once a second.
 */
final class AccountAccessControl implements PublickeyAuthenticator, SftpEventListener, SessionListener {

    private static final AttributeKey<SshPublicKey> SHOWN = new AttributeKey<>();
    private static final AttributeKey<Boolean> OURS = new AttributeKey<>();
    private static final AttributeKey<Looked> LOOKED = new AttributeKey<>();

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private static final Set<StandardOpenOption> CHANGING = EnumSet.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final DropAccounts accounts;
    private final LoginAttemptLimiter refused;

    /** What a session could do when that was asked last. */
    private record Looked(DropAccount.Access access, long at) {}

    AccountAccessControl(DropAccounts accounts, ServerLimits limits) {
        this.accounts = accounts;
        this.refused = new LoginAttemptLimiter(limits);
    }

    /** Whether the key that a session was opened with is the association's; before the login, the one that was shown last. */
    static boolean isOurs(Session session) {
        return Boolean.TRUE.equals(session.getAttribute(OURS));
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        String address = ConnectionLimit.addressOf(session);
        SshPublicKey shown = new SshPublicKey(key);
        Optional<DropAccount> account = accounts.find(user)
                .filter(found -> found.accessOf(shown) != DropAccount.Access.NONE)
                .filter(found ->
                        found.isOurs(shown) || !refused.isOverLimit(address) || refused.isKnown(address, user, shown));
        if (account.isEmpty()) {
            refused.add(address);
            return false;
        }
        session.setAttribute(SHOWN, shown);
        session.setAttribute(OURS, account.get().isOurs(shown));
        return true;
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            shownIn(session)
                    .ifPresent(key ->
                            refused.recordSuccess(ConnectionLimit.addressOf(session), session.getUsername(), key));
        }
    }

    /** Refuses what the account may not do any more, and ends the session of one that is gone. */
    @Override
    public void received(ServerSession session, int type, int id) throws IOException {
        DropAccount.Access access = access(session, isOfOpenFile(type));
        if (access == DropAccount.Access.NONE) {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "this account is closed");
            throw new AccessDeniedException("this account is closed");
        }
        if (access == DropAccount.Access.READ && changes(type)) {
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
                && file.getOpenOptions().stream().anyMatch(AccountAccessControl::isChanging)) {
            throw readOnly();
        }
    }

    private DropAccount.Access access(ServerSession session, boolean ofTheLastSecond) {
        if (isOurs(session)) {
            return DropAccount.Access.CHANGE;
        }
        Looked before = session.getAttribute(LOOKED);
        if (ofTheLastSecond && before != null && System.nanoTime() - before.at() < LOOK_AGAIN_NANOS) {
            return before.access();
        }
        DropAccount.Access now = shownIn(session)
                .flatMap(key -> accounts.find(session.getUsername()).map(account -> account.accessOf(key)))
                .orElse(DropAccount.Access.NONE);
        session.setAttribute(LOOKED, new Looked(now, System.nanoTime()));
        return now;
    }

    private static Optional<SshPublicKey> shownIn(Session session) {
        return Optional.ofNullable(session.getAttribute(SHOWN));
    }

    private static boolean isOfOpenFile(int type) {
        return switch (type) {
            case SftpConstants.SSH_FXP_READ,
                    SftpConstants.SSH_FXP_WRITE,
                    SftpConstants.SSH_FXP_READDIR,
                    SftpConstants.SSH_FXP_CLOSE -> true;
            default -> false;
        };
    }

    /** Extensions and the opening of files are looked at by themselves. */
    private static boolean changes(int type) {
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

    private static boolean isChanging(OpenOption option) {
        return option instanceof StandardOpenOption standard && CHANGING.contains(standard);
    }

    private static AccessDeniedException readOnly() {
        return new AccessDeniedException("this account is read-only");
    }

    /**
     * Counts the keys that addresses show in vain. An address that has shown too many within a minute is let in for the
     * rest of it only with keys that were let in from there before, so that those who work from it are not locked out
     * by somebody beside them. Remembers a bounded number of addresses and keys, the newest.
     */
    static final class LoginAttemptLimiter {

        private static final Logger LOG = LoggerFactory.getLogger(LoginAttemptLimiter.class);

        private static final int REMEMBERED = 1024;

        private final int most;
        private final Map<String, Tries> tries = bounded();
        private final Map<String, Boolean> letIn = bounded();

        /** How many keys an address has shown in vain since a moment. */
        private record Tries(long since, int keys) {

            boolean areOver() {
                return System.nanoTime() - since > ServerLimits.REFUSED_WITHIN.toNanos();
            }
        }

        LoginAttemptLimiter(ServerLimits limits) {
            this.most = limits.refusedKeys();
        }

        /** Whether an address has shown so many that only keys that are known there count. */
        synchronized boolean isOverLimit(String address) {
            Tries now = tries.get(address);
            return now != null && !now.areOver() && now.keys() >= most;
        }

        synchronized void add(String address) {
            Tries before = tries.get(address);
            Tries now = before == null || before.areOver()
                    ? new Tries(System.nanoTime(), 1)
                    : new Tries(before.since(), before.keys() + 1);
            tries.put(address, now);
            if (now.keys() == most) {
                LOG.warn(
                        "Address {} has shown {} wrong keys to the embedded server; for a minute, only keys that"
                                + " logged in from there before are accepted",
                        address,
                        most);
            }
        }

        synchronized void recordSuccess(String address, String user, SshPublicKey key) {
            letIn.put(known(address, user, key), true);
        }

        synchronized boolean isKnown(String address, String user, SshPublicKey key) {
            return letIn.containsKey(known(address, user, key));
        }

        private static String known(String address, String user, SshPublicKey key) {
            return address + " " + user + " " + key.fingerprint();
        }

        private static <T> Map<String, T> bounded() {
            return new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                    return size() > REMEMBERED;
                }
            };
        }
    }
}
