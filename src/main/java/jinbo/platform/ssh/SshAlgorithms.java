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
 * The SSH algorithms that the program accepts, in order of preference: no SHA-1, MD5, CBC, 3DES, DSA, groups below 2048
 * bits, or compression, which would allow decompression bombs. As a last resort, the client accepts NIST curves and
 * non-ETM MACs of insurers' servers; the embedded server does not.
 */
public final class SshAlgorithms {

    /** Post-quantum algorithms first, then those of commercial servers. */
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

    /** Not post-quantum: sntrup761 takes up to 1 s for each login, and nobody records traffic on loopback. */
    private static final List<DHFactory> KEY_EXCHANGES_OF_SERVER =
            List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.curve25519_libssh);

    /** AES-GCM first: 50 % more throughput than the library's first choice on processors with AES. */
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

    /** No SSH certificates, because pins are fingerprints of keys. */
    private static final List<NamedFactory<Signature>> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521);

    /** For the server's host key. Clients may log in with all {@link #SIGNATURES}. */
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

    /** Those of the agreed algorithms that are accepted only as a last resort, and not by the embedded server. */
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
