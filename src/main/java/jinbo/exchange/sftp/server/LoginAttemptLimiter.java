package jinbo.exchange.sftp.server;

import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.platform.ssh.SshPublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the keys that addresses show in vain. An address that has shown too many within a minute is let in for the rest of it only with keys
 * that were let in from there before, so that those who work from it are not locked out by somebody beside them. Remembers a
 * bounded number of addresses and keys, the newest.
 */
final class LoginAttemptLimiter {

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
                    "{} has shown {} keys to the embedded SFTP server in vain: for a minute only keys that were let in from"
                            + " there before are",
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
