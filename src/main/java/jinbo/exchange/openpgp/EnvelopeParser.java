package jinbo.exchange.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;
import org.bouncycastle.openpgp.PGPSessionKey;

/**
 * Parses the layers of one envelope. Only one structure is accepted: session keys and an integrity-protected packet, in
 * which there is the signed content, either directly or inside one compressed packet.
 */
final class EnvelopeParser<T> {

    private final SecretKeys ours;
    private final CryptoPolicy policy;
    private final OpenRequest request;
    private final SignedMessageReader<T> content;
    private final PacketReader.Counter count;

    EnvelopeParser(SecretKeys ours, CryptoPolicy policy, OpenRequest request, PlaintextReader<T> reader) {
        this.ours = ours;
        this.policy = policy;
        this.request = request;
        this.content = new SignedMessageReader<>(request, policy, reader);
        this.count = new PacketReader.Counter(request.limits().packets());
    }

    SignedMessageReader.Unreleased<T> parse(InputStream source) throws IOException {
        PacketReader outer = new PacketReader(ArmorInputStream.binary(source, "MESSAGE"), count);
        List<byte[]> sessionKeys = new ArrayList<>();
        Packet packet = outer.next().orElseThrow(() -> EnvelopeException.invalid("The file is empty"));
        while (packet.tag() == Packet.SESSION_KEY) {
            sessionKeys.add(packet.readBody());
            packet = outer.next()
                    .orElseThrow(() -> EnvelopeException.invalid("The message ends after the session keys"));
        }
        if (packet.tag() != Packet.INTEGRITY_PROTECTED) {
            throw unexpected(packet.tag());
        }
        IntegrityProtectedPacket protection = IntegrityProtectedPacket.begin(packet);
        PGPSessionKey key = new SessionKeyDecryptor(ours).open(sessionKeys, protection.head());
        protection.require(policy, request.receivedAt(), key);
        CountingInputStream decrypted = new CountingInputStream(protection.decrypt(key));
        SignedMessageReader.Unreleased<T> unreleased;
        try {
            unreleased = parseDecrypted(decrypted);
        } catch (EnvelopeException e) {
            if (e.fault() == EnvelopeFault.TOO_LARGE || e.advice().isPresent()) {
                // disclosed only if the integrity check succeeds: an attacker who flips bits of another sender's
                // message must not learn their effect from the answer
                decrypted.transferTo(OutputStream.nullOutputStream());
            }
            throw e;
        }
        outer.expectEnd("the encrypted data");
        return unreleased;
    }

    private SignedMessageReader.Unreleased<T> parseDecrypted(CountingInputStream decrypted) throws IOException {
        PacketReader layer = new PacketReader(decrypted, count);
        Packet first = layer.next().orElseThrow(() -> EnvelopeException.invalid("Nothing is encrypted"));
        if (first.tag() != Packet.COMPRESSED) {
            return content.read(layer, first, decrypted);
        }
        SignedMessageReader.Unreleased<T> unreleased;
        try (CompressionLayer compression = CompressionLayer.begin(first, policy, request.receivedAt())) {
            PacketReader expanded = new PacketReader(compression.expanded(), count);
            Packet inner = expanded.next().orElseThrow(() -> EnvelopeException.invalid("Nothing is compressed"));
            unreleased = content.read(expanded, inner, decrypted);
            compression.expectEnd();
        }
        layer.expectEnd("the compressed data");
        return unreleased;
    }

    private static EnvelopeException unexpected(int tag) {
        return switch (tag) {
            case 3 ->
                EnvelopeException.invalid(
                        "The message is encrypted with a passphrase; encrypt only to the key of the association",
                        EnvelopeAdvice.PASSPHRASE);
            case Packet.OLD_ENCRYPTED ->
                EnvelopeException.invalid(
                        "The message is encrypted without integrity protection",
                        EnvelopeAdvice.NO_INTEGRITY_PROTECTION);
            case Packet.GNUPG_OCB ->
                EnvelopeException.invalid(
                        "The message is encrypted with GnuPG's own OCB packet, which is not part of any standard:"
                                + " encrypt to the association's certificate as published, or with --rfc4880",
                        EnvelopeAdvice.GNUPG_OCB);
            case Packet.ONE_PASS_SIGNATURE, Packet.COMPRESSED, Packet.LITERAL, Packet.SIGNATURE ->
                EnvelopeException.invalid("The message is not encrypted", EnvelopeAdvice.NOT_ENCRYPTED);
            default -> EnvelopeException.invalid("A packet of type " + tag + " has no place in an envelope");
        };
    }

    private static final class CompressionLayer implements AutoCloseable {

        private static final int BUFFER = 1 << 16;

        private final BufferedInputStream packed;
        private final Inflater inflater;
        private final InputStream expanded;

        private CompressionLayer(BufferedInputStream packed, int algorithm) throws IOException {
            this.packed = packed;
            this.inflater = new Inflater(algorithm == 1);
            this.expanded = switch (algorithm) {
                case 0 -> packed;
                case 1, 2 -> new BufferedInputStream(new InflaterInputStream(packed, inflater, BUFFER), BUFFER);
                default -> new BufferedInputStream(new CBZip2InputStream(packed), BUFFER);
            };
        }

        static CompressionLayer begin(Packet packet, CryptoPolicy policy, Instant at) throws IOException {
            int algorithm = packet.body().read();
            if (!policy.accepts(AlgorithmRule.Kind.COMPRESSION, algorithm, at) || algorithm > 3) {
                throw EnvelopeException.invalid("The compression, number " + algorithm + ", is not accepted");
            }
            return new CompressionLayer(new BufferedInputStream(packet.body(), BUFFER), algorithm);
        }

        InputStream expanded() {
            return expanded;
        }

        void expectEnd() throws IOException {
            if (inflater.getRemaining() > 0 || packed.read() >= 0) {
                throw EnvelopeException.invalid("Something is hidden behind the compressed data");
            }
        }

        @Override
        public void close() {
            inflater.end();
        }
    }

    /** Counts the decrypted but still compressed bytes, from which the compression ratio is computed. */
    static final class CountingInputStream extends BulkInputStream {

        private final InputStream in;
        private long count;

        CountingInputStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }

        long count() {
            return count;
        }
    }
}
