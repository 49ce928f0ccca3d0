package jinbo.exchange.keys;

import jinbo.exchange.openpgp.S2kIterations;
import jinbo.platform.ssh.ProtectedSshKey;

/**
 * How often a passphrase is hashed before it protects the association's keys.
 *
 * @param openPgp for OpenPGP keys
 * @param sshRounds of bcrypt for SSH keys
 */
public record PassphraseHashing(S2kIterations openPgp, int sshRounds) {

    public static final PassphraseHashing STRONG =
            new PassphraseHashing(S2kIterations.MAX, ProtectedSshKey.BCRYPT_ROUNDS);
}
