package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Reads exactly one public certificate from a file, binary or armored, and writes one in armor. */
final class CertificateFile {

    /** The largest file. Armor adds a third and line ends, so the largest certificate can be read in both forms. */
    private static final int MAX_IN_FILE = Certificate.MAX_BYTES * 3 / 2;

    static final int MAX_PACKETS = 1000;

    /** The position of the algorithm, after version and creation time, in versions 4 to 6 (RFC 9580, section 5.5.2). */
    private static final int AT_ALGORITHM = 5;

    private static final Set<Integer> PARTS =
            Set.of(Packet.SIGNATURE, Packet.TRUST, Packet.USER_ID, Packet.PUBLIC_SUBKEY, Packet.USER_ATTRIBUTE);

    private CertificateFile() {}

    static PGPPublicKeyRing read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MAX_IN_FILE + 1);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        requireAtMost(text.contains("-----BEGIN PGP") ? MAX_IN_FILE : Certificate.MAX_BYTES, file);
        if (text.contains("-----BEGIN PGP PRIVATE KEY")) {
            throw secret();
        }
        List<Integer> algorithms = new ArrayList<>();
        try {
            byte[] binary = ArmorInputStream.binary(new ByteArrayInputStream(file), "PUBLIC KEY BLOCK")
                    .readAllBytes();
            requireAtMost(Certificate.MAX_BYTES, binary);
            checkPackets(
                    new PacketReader(new ByteArrayInputStream(binary), new PacketReader.Counter(MAX_PACKETS)),
                    algorithms);
            PGPPublicKeyRing ring = new PGPPublicKeyRing(binary, new BcKeyFingerprintCalculator());
            requireVersion(ring);
            return ring;
        } catch (UnusableKeyException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            requireKnown(algorithms);
            throw new UnusableKeyException(UnusableKeyError.NOT_A_CERTIFICATE).causedBy(e);
        }
    }

    static String armored(byte[] encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor =
                ArmoredOutputStream.builder().clearHeaders().build(out)) {
            armor.write(encoded);
        } catch (IOException e) {
            throw new IllegalStateException("Armor in memory cannot fail", e);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static void requireAtMost(int limit, byte[] bytes) {
        if (bytes.length > limit) {
            throw new UnusableKeyException(UnusableKeyError.TOO_LARGE);
        }
    }

    private static void checkPackets(PacketReader packets, List<Integer> algorithms) throws IOException {
        boolean begun = false;
        for (Optional<Packet> next = packets.next(); next.isPresent(); next = packets.next()) {
            int tag = next.get().tag();
            if (tag == Packet.SECRET_KEY || tag == Packet.SECRET_SUBKEY) {
                throw secret();
            }
            if (begun && tag == Packet.PUBLIC_KEY) {
                throw new UnusableKeyException(UnusableKeyError.SEVERAL);
            }
            if (begun ? !PARTS.contains(tag) : tag != Packet.PUBLIC_KEY) {
                throw EnvelopeException.invalid("A packet of type " + tag + " has no place in a certificate");
            }
            begun = true;
            byte[] body = next.get().readBody();
            if ((tag == Packet.PUBLIC_KEY || tag == Packet.PUBLIC_SUBKEY)
                    && body.length > AT_ALGORITHM
                    && body[0] >= 4) {
                algorithms.add(body[AT_ALGORITHM] & 0xff);
            }
        }
    }

    /** Refuses keys of unknown algorithms, because the library would silently stop at the first of them. */
    private static void requireKnown(List<Integer> algorithms) {
        for (int algorithm : algorithms) {
            if (!CryptoPolicy.standard().supportsKeyAlgorithm(algorithm)) {
                throw new UnusableKeyException(UnusableKeyError.ALGORITHM, algorithm);
            }
        }
    }

    private static void requireVersion(PGPPublicKeyRing ring) {
        int version = ring.getPublicKey().getVersion();
        for (PGPPublicKey key : ring) {
            if (version != 4 && version != 6 || key.getVersion() != version) {
                throw new UnusableKeyException(UnusableKeyError.VERSION);
            }
        }
    }

    private static UnusableKeyException secret() {
        return new UnusableKeyException(UnusableKeyError.SECRET_MATERIAL);
    }
}
