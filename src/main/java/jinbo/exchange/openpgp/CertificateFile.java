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

/** Reads exactly one public certificate, binary or armored, and writes one in armor. */
final class CertificateFile {

    /** Armor adds a third and the line ends, so that a certificate of the largest size can be read in both forms. */
    private static final int MOST_IN_FILE = Certificate.MOST_BYTES * 3 / 2;

    static final int MOST_PACKETS = 1000;

    /** After the version and the creation time, in all versions since 4 (RFC 9580, section 5.5.2). */
    private static final int AT_ALGORITHM = 5;

    private static final Set<Integer> PARTS =
            Set.of(Packet.SIGNATURE, Packet.TRUST, Packet.USER_ID, Packet.PUBLIC_SUBKEY, Packet.USER_ATTRIBUTE);

    private CertificateFile() {}

    static PGPPublicKeyRing read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MOST_IN_FILE + 1);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        requireAtMost(text.contains("-----BEGIN PGP") ? MOST_IN_FILE : Certificate.MOST_BYTES, file);
        if (text.contains("-----BEGIN PGP PRIVATE KEY")) {
            throw secret();
        }
        List<Integer> algorithms = new ArrayList<>();
        try {
            byte[] binary = ArmorInputStream.binary(new ByteArrayInputStream(file), "PUBLIC KEY BLOCK")
                    .readAllBytes();
            requireAtMost(Certificate.MOST_BYTES, binary);
            checkPackets(
                    new PacketReader(new ByteArrayInputStream(binary), new PacketReader.Counter(MOST_PACKETS)),
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

    private static void requireAtMost(int most, byte[] bytes) {
        if (bytes.length > most) {
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

    /** The library stops at the first key of an unknown algorithm. */
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
