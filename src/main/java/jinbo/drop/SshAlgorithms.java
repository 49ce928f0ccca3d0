package jinbo.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.helpers.AbstractFactoryManager;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/**
 * The algorithms of SSH that we use, at either end: nothing with SHA-1 or MD5, no CBC, no 3DES, no DSA, no group below 2048
 * bits, and no compression, which lets the other side blow up what it sends. The order is the client's preference.
 */
final class SshAlgorithms {

    /** Secure against what is recorded now and read by quantum computers later, first; then what commercial servers have. */
    static final List<DHFactory> KEY_EXCHANGES = List.of(
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhg18_512,
            BuiltinDHFactories.dhgex256,
            BuiltinDHFactories.dhg14_256);

    /** AES-GCM first: with the processor's AES it moves half as much again as the library's first choice. */
    private static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes128ctr);

    private static final List<NamedFactory<Mac>> MACS = List.of(
            BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512);

    /** Plain keys only, since pins are fingerprints of keys, not of certificates. The order is OpenSSH's. */
    private static final List<NamedFactory<Signature>> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    private SshAlgorithms() {}

    /**
     * Lets a client or server use these and no others.
     *
     * @param exchanges of {@link #KEY_EXCHANGES}
     * @param side makes them the client's or the server's half of an exchange
     */
    static void apply(
            AbstractFactoryManager ssh, List<DHFactory> exchanges, Function<DHFactory, KeyExchangeFactory> side) {
        ssh.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(true, exchanges, side));
        ssh.setCipherFactories(new ArrayList<>(CIPHERS));
        ssh.setMacFactories(new ArrayList<>(MACS));
        ssh.setSignatureFactories(new ArrayList<>(SIGNATURES));
        ssh.setCompressionFactories(List.of(BuiltinCompressions.none));
    }
}
