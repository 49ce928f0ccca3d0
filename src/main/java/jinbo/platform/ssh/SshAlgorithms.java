package jinbo.platform.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.helpers.AbstractFactoryManager;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;

/**
 * The algorithms of SSH that we use: nothing with SHA-1 or MD5, no CBC, no 3DES, no DSA, no group below 2048 bits, and no compression, which lets the
 * other side blow up what it sends. The order is the client's preference. What servers of insurers may have nothing but, the
 * curves of NIST and integrity that is checked after decryption, the client takes last; our own server does without.
 */
public final class SshAlgorithms {

    /** Secure against what is recorded now and read by quantum computers later, first; then what commercial servers have. */
    private static final List<DHFactory> KEY_EXCHANGES = List.of(
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.sntrup761x25519,
            BuiltinDHFactories.sntrup761x25519_openssh,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhg18_512,
            BuiltinDHFactories.dhgex256,
            BuiltinDHFactories.dhg14_256,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp521);

    /**
     * Without the library's first choice, sntrup761: its key pairs cost a tenth of a second to a whole one each login, and
     * against somebody who keeps what he overhears until quantum computers read it. Nobody overhears the loopback address.
     */
    private static final List<DHFactory> KEY_EXCHANGES_OF_SERVER =
            List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.curve25519_libssh);

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

    private static final List<NamedFactory<Mac>> MACS_OF_SERVER =
            List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm);

    /** Plain keys only, since pins are fingerprints of keys, not of certificates. */
    private static final List<NamedFactory<Signature>> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521);

    /** Of the host. Clients log in with keys of all kinds: an insurer registered its key before, and has no other. */
    private static final List<NamedFactory<Signature>> SIGNATURES_OF_SERVER =
            List.of(BuiltinSignatures.ed25519, BuiltinSignatures.rsaSHA512, BuiltinSignatures.rsaSHA256);

    private SshAlgorithms() {}

    public static void applyTo(SshClient client) {
        client.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(true, KEY_EXCHANGES, ClientBuilder.DH2KEX));
        client.setMacFactories(new ArrayList<>(MACS));
        client.setSignatureFactories(new ArrayList<>(SIGNATURES));
        applyCommon(client);
    }

    public static void applyTo(SshServer server) {
        server.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(true, KEY_EXCHANGES_OF_SERVER, ServerBuilder.DH2KEX));
        server.setMacFactories(new ArrayList<>(MACS_OF_SERVER));
        server.setSignatureFactories(new ArrayList<>(SIGNATURES_OF_SERVER));
        server.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(SIGNATURES)));
        applyCommon(server);
    }

    private static void applyCommon(AbstractFactoryManager ssh) {
        ssh.setCipherFactories(new ArrayList<>(CIPHERS));
        ssh.setCompressionFactories(List.of(BuiltinCompressions.none));
    }

    /** Which of the algorithms that were agreed on our own server does without. */
    public static List<String> lastResorts(Map<KexProposalOption, String> agreed) {
        return Stream.of(
                        KexProposalOption.ALGORITHMS,
                        KexProposalOption.SERVERKEYS,
                        KexProposalOption.C2SMAC,
                        KexProposalOption.S2CMAC)
                .flatMap(option -> Optional.ofNullable(agreed.get(option)).stream())
                .distinct()
                .filter(SshAlgorithms::isLastResort)
                .toList();
    }

    private static boolean isLastResort(String name) {
        return name.contains("-nistp")
                || MACS.stream().anyMatch(mac -> mac.getName().equals(name))
                        && MACS_OF_SERVER.stream()
                                .noneMatch(mac -> mac.getName().equals(name));
    }
}
