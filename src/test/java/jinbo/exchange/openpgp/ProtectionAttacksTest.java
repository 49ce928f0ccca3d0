package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFault.ENVELOPE_INVALID;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static jinbo.exchange.openpgp.ForgedMessages.join;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the integrity protection of both versions without encryption. */
class ProtectionAttacksTest {

    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final Certificate US = ASSOCIATION.certificate();
    private static final byte[] CONTENT = noise(2000);
    private static final byte[] WITH_CODE = encrypted(US, ForgedMessages.signed(YUNHE, CONTENT));
    /** Chunks of 64 bytes, each followed by a tag of 16 bytes, and the final tag. */
    private static final byte[] WITH_CHUNKS = encrypted(
            new org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder(9)
                    .setWithAEAD(2, 6)
                    .setUseV6AEAD(),
            ForgedMessages.method(US),
            ForgedMessages.signed(YUNHE, CONTENT));

    private static final String NOT_AUTHENTIC = "is not authentic";
    private static final int CODE = 22;
    private static final int HEAD = 36;
    private static final int CHUNK = 64 + 16;
    private static final int TAG = 16;

    static Stream<Arguments> onTheCode() {
        return Stream.of(
                Arguments.of(
                        "missing",
                        "modification detection code",
                        body(body -> Arrays.copyOf(body, body.length - CODE))),
                Arguments.of("changed in its last bit", "modification detection code", body(body -> flip(body, -1))),
                Arguments.of("changed in its head", "modification detection code", body(body -> flip(body, -CODE))),
                Arguments.of("cut by one byte", "", body(body -> Arrays.copyOf(body, body.length - 1))),
                Arguments.of("followed by a byte", "", body(body -> Arrays.copyOf(body, body.length + 1))),
                Arguments.of("prefix not repeated", "does not begin as it should", body(body -> flip(body, 17))),
                Arguments.of("called version 2", "version 3 goes with", body(body -> set(set(body, 3, 6), 0, 2))),
                Arguments.of("called version 3", "unknown version", body(body -> set(body, 0, 3))),
                Arguments.of("packet left off", "not encrypted", inTheClear()),
                Arguments.of("packet called tag 9", "without integrity protection", asOldStyle()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onTheCode")
    void theModificationDetectionCode(String attack, String detail, byte[] message) {
        refused("code: " + attack, detail, message);
    }

    static Stream<Arguments> onTheChunks() {
        return Stream.of(
                Arguments.of("first chunk changed", NOT_AUTHENTIC, chunks(body -> flip(body, HEAD + 3))),
                Arguments.of("a chunk's tag changed", NOT_AUTHENTIC, chunks(body -> flip(body, HEAD + CHUNK - 1))),
                Arguments.of("first chunk dropped", NOT_AUTHENTIC, chunks(body -> cut(body, HEAD, HEAD + CHUNK))),
                Arguments.of(
                        "a chunk in the middle dropped",
                        NOT_AUTHENTIC,
                        chunks(body -> cut(body, HEAD + CHUNK, HEAD + 2 * CHUNK))),
                Arguments.of("last chunk dropped", NOT_AUTHENTIC, chunks(ProtectionAttacksTest::withoutLastChunk)),
                Arguments.of("last tag dropped", NOT_AUTHENTIC, chunks(body -> Arrays.copyOf(body, body.length - TAG))),
                Arguments.of("last tag changed", NOT_AUTHENTIC, chunks(body -> flip(body, -1))),
                Arguments.of("two chunks swapped", NOT_AUTHENTIC, chunks(ProtectionAttacksTest::swapped)),
                Arguments.of("a chunk twice", NOT_AUTHENTIC, chunks(ProtectionAttacksTest::doubled)),
                Arguments.of("cipher changed", "cipher, number 7", chunks(body -> set(body, 1, 7))),
                Arguments.of("mode changed", NOT_AUTHENTIC, chunks(body -> set(body, 2, 3))),
                Arguments.of("mode 9", "number 9", chunks(body -> set(body, 2, 9))),
                Arguments.of("size of chunks changed", NOT_AUTHENTIC, chunks(body -> set(body, 3, 1))),
                Arguments.of("chunks of 4 TiB announced", "larger than 4 MiB", chunks(body -> set(body, 3, 36))),
                Arguments.of("salt changed", NOT_AUTHENTIC, chunks(body -> flip(body, 10))),
                Arguments.of(
                        "something behind the last tag",
                        NOT_AUTHENTIC,
                        chunks(body -> Arrays.copyOf(body, body.length + 80))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onTheChunks")
    void theChunks(String attack, String detail, byte[] message) {
        refused("AEAD: " + attack, detail, message);
    }

    @Test
    void cutAtEachBoundaryOfThePacketsAndTheirParts() {
        byte[] inParts = EnvelopeFixture.seal(YUNHE, US, noise(200_000));
        for (byte[] message : List.of(WITH_CODE, WITH_CHUNKS, inParts)) {
            for (PacketMap.Piece piece : PacketMap.of(message)) {
                refused("damage: cut before a packet or a part", "", Arrays.copyOf(message, piece.begin()));
                refused(
                        "damage: cut behind the head of a packet or a part",
                        "",
                        Arrays.copyOf(message, piece.bodyBegin()));
            }
        }
    }

    @Test
    void cutAtEachBoundaryOfThePacketsInside() {
        byte[] signed = ForgedMessages.signed(YUNHE, CONTENT);
        for (PacketMap.Piece piece : PacketMap.of(signed)) {
            refused("damage: cut before a packet inside", "", encrypted(US, Arrays.copyOf(signed, piece.begin())));
            refused(
                    "damage: cut behind the head of a packet inside",
                    "",
                    encrypted(US, Arrays.copyOf(signed, piece.bodyBegin())));
        }
    }

    @Test
    void cutAnywhere() {
        byte[] large = EnvelopeFixture.seal(YUNHE, US, noise(200_000));
        Random random = new Random(20260304);
        for (int i = 0; i < 40; i++) {
            refused("damage: cut at random bytes", "", Arrays.copyOf(large, random.nextInt(large.length)));
        }
    }

    private static void refused(String sent, String detail, byte[] message) {
        EnvelopeAttackTable.refused(
                sent, ENVELOPE_INVALID, detail, EnvelopeFixture.open(message, ASSOCIATION, YUNHE.certificate()));
    }

    private static byte[] body(UnaryOperator<byte[]> change) {
        return changed(WITH_CODE, change);
    }

    private static byte[] chunks(UnaryOperator<byte[]> change) {
        return changed(WITH_CHUNKS, change);
    }

    /** Changes the body of the protected packet, and its length accordingly. */
    private static byte[] changed(byte[] message, UnaryOperator<byte[]> change) {
        PacketMap.Piece piece = last(message);
        byte[] body = change.apply(Arrays.copyOfRange(message, piece.bodyBegin(), piece.end()));
        return join(Arrays.copyOf(message, piece.begin()), Packet.encode(Packet.INTEGRITY_PROTECTED, body));
    }

    private static PacketMap.Piece last(byte[] message) {
        List<PacketMap.Piece> pieces = PacketMap.of(message);
        return pieces.get(pieces.size() - 1);
    }

    private static byte[] inTheClear() {
        return join(Arrays.copyOf(WITH_CODE, last(WITH_CODE).begin()), ForgedMessages.literal(CONTENT));
    }

    private static byte[] asOldStyle() {
        PacketMap.Piece piece = last(WITH_CODE);
        byte[] body = Arrays.copyOfRange(WITH_CODE, piece.bodyBegin() + 1, piece.end() - CODE);
        return join(Arrays.copyOf(WITH_CODE, piece.begin()), Packet.encode(Packet.OLD_ENCRYPTED, body));
    }

    private static byte[] withoutLastChunk(byte[] body) {
        int chunks = (body.length - HEAD - TAG - 1) / CHUNK;
        int lastBegin = HEAD + chunks * CHUNK;
        return cut(body, lastBegin, body.length - TAG);
    }

    private static byte[] swapped(byte[] body) {
        byte[] first = Arrays.copyOfRange(body, HEAD, HEAD + CHUNK);
        byte[] second = Arrays.copyOfRange(body, HEAD + CHUNK, HEAD + 2 * CHUNK);
        return join(Arrays.copyOf(body, HEAD), second, first, Arrays.copyOfRange(body, HEAD + 2 * CHUNK, body.length));
    }

    private static byte[] doubled(byte[] body) {
        return join(Arrays.copyOf(body, HEAD + CHUNK), Arrays.copyOfRange(body, HEAD, body.length));
    }

    private static byte[] cut(byte[] body, int begin, int end) {
        return join(Arrays.copyOf(body, begin), Arrays.copyOfRange(body, end, body.length));
    }

    /** A negative position counts from the end. */
    private static byte[] flip(byte[] body, int position) {
        int at = position < 0 ? body.length + position : position;
        return set(body, at, body[at] ^ 1);
    }

    private static byte[] set(byte[] body, int position, int value) {
        byte[] changed = body.clone();
        changed[position] = (byte) value;
        return changed;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(NOW.getEpochSecond()).nextBytes(noise);
        return noise;
    }
}
