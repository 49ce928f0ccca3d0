package jinbo.exchange.keys;

import jinbo.exchange.openpgp.S2kIterations;
import jinbo.platform.ssh.SshKeyFile;

/**
 * How often a passphrase is hashed before it protects the association's keys.
 *
 * @param openPgp for OpenPGP keys
 * @param sshRounds for SSH keys: rounds of bcrypt
 */
public record PassphraseHashing(S2kIterations openPgp, int sshRounds) {

    /** Takes about half a second for each key. */
    public static final PassphraseHashing STRONG = new PassphraseHashing(S2kIterations.MAX, SshKeyFile.BCRYPT_ROUNDS);
}
