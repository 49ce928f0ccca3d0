package jinbo.exchange.openpgp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jinbo.exchange.openpgp.KeyAlgorithm.HashFunction;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * Checks the structure of a signature packet (RFC 9580, section 5.2.3) before the library parses it. The library trusts
 * lengths and ignores trailing octets. Of two contradictory subpackets, it may choose another one than GnuPG does.
 */
final class SignatureGrammar {

    private static final int MAX_SUBPACKETS = 100;
    private static final int RSA_SIGN_ONLY = 3;

    /** The subpackets of fixed length, with their lengths in octets, not counting the type. */
    private static final Map<Integer, Integer> LENGTHS = Map.of(
            SignatureSubpacketTags.CREATION_TIME, 4,
            SignatureSubpacketTags.EXPIRE_TIME, 4,
            SignatureSubpacketTags.KEY_EXPIRE_TIME, 4,
            SignatureSubpacketTags.ISSUER_KEY_ID, 8,
            SignatureSubpacketTags.EXPORTABLE, 1,
            SignatureSubpacketTags.REVOCABLE, 1,
            SignatureSubpacketTags.PRIMARY_USER_ID, 1);

    private static final Set<Integer> ONCE = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.REVOCATION_REASON);

    /** The subpackets that this package evaluates, or deliberately ignores. */
    private static final Set<Integer> KNOWN = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS,
            SignatureSubpacketTags.PREFERRED_KEY_SERV,
            SignatureSubpacketTags.PRIMARY_USER_ID,
            SignatureSubpacketTags.POLICY_URL,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.REVOCATION_REASON,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.EMBEDDED_SIGNATURE,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT);

    private SignatureGrammar() {}

    /** True if all critical subpackets are known; otherwise the signature is invalid (RFC 9580, section 5.2.3.7). */
    static boolean knowsAllCritical(PGPSignature signature) {
        return Arrays.stream(signature.getHashedSubPackets().getCriticalTags()).allMatch(SignatureGrammar::isKnown);
    }

    static boolean isKnown(int subpacket) {
        return KNOWN.contains(subpacket);
    }

    static void check(byte[] body) throws EnvelopeException {
        PacketInput packetInput = new PacketInput(body);
        int version = packetInput.readOctet();
        if (version != 4 && version != 6) {
            throw EnvelopeException.invalid("A signature has version " + version + "; 4 and 6 are read");
        }
        packetInput.readOctet();
        int algorithm = packetInput.readOctet();
        int hash = packetInput.readOctet();
        subpackets(packetInput.part(packetInput.number(version == 4 ? 2 : 4)));
        subpackets(packetInput.part(packetInput.number(version == 4 ? 2 : 4)));
        packetInput.bytes(2);
        if (version == 6) {
            salt(packetInput, hash);
        }
        numbers(packetInput, algorithm, hash);
        if (packetInput.remaining() > 0) {
            throw EnvelopeException.invalid("Something follows within the packet of a signature");
        }
    }

    static void salt(PacketInput packetInput, int hash) throws EnvelopeException {
        int length = packetInput.readOctet();
        if (HashFunction.of(hash).filter(known -> known.salt() == length).isEmpty()) {
            throw EnvelopeException.invalid(
                    "The salt of a signature is not as long as its hash, number " + hash + ", wants");
        }
        packetInput.bytes(length);
    }

    private static void subpackets(PacketInput area) throws EnvelopeException {
        Set<Integer> seen = new HashSet<>();
        for (int count = 1; area.remaining() > 0; count++) {
            if (count > MAX_SUBPACKETS) {
                throw EnvelopeException.invalid("A signature says more than " + MAX_SUBPACKETS + " things");
            }
            PacketInput subpacket = area.part(subpacketLength(area));
            int type = subpacket.readOctet() & 0x7f;
            if (!seen.add(type) && ONCE.contains(type)) {
                throw EnvelopeException.invalid("A signature says twice what can be said once, subpacket " + type);
            }
            body(type, subpacket);
        }
    }

    private static long subpacketLength(PacketInput area) throws EnvelopeException {
        int first = area.readOctet();
        if (first < 192) {
            return first;
        }
        return first == 255 ? area.number(4) : ((first - 192L) << 8) + area.readOctet() + 192;
    }

    private static void body(int type, PacketInput body) throws EnvelopeException {
        int length = body.remaining();
        boolean right = length == LENGTHS.getOrDefault(type, length);
        switch (type) {
            case SignatureSubpacketTags.ISSUER_FINGERPRINT, SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT ->
                right = length > 0 && length == 1 + Packet.fingerprintLength(body.readOctet());
            case SignatureSubpacketTags.NOTATION_DATA -> {
                body.bytes(4);
                long name = body.number(2);
                right = name + body.number(2) == body.remaining();
            }
            case SignatureSubpacketTags.REVOCATION_REASON -> right = length > 0;
            default -> {}
        }
        if (!right) {
            throw EnvelopeException.invalid("A subpacket of type " + type + " has a wrong length");
        }
    }

    private static void numbers(PacketInput packetInput, int algorithm, int hash) throws EnvelopeException {
        switch (algorithm) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY -> packetInput.skipMultiprecisionInteger();
            case PublicKeyAlgorithmTags.DSA, PublicKeyAlgorithmTags.ECDSA, PublicKeyAlgorithmTags.EDDSA_LEGACY -> {
                packetInput.skipMultiprecisionInteger();
                packetInput.skipMultiprecisionInteger();
            }
            case PublicKeyAlgorithmTags.Ed25519 -> packetInput.bytes(64);
            case PublicKeyAlgorithmTags.Ed448 -> {
                // a shorter hash must be refused (section 5.2.3.5)
                if (hash != HashFunction.SHA512.id()) {
                    throw EnvelopeException.invalid("An Ed448 signature uses a hash other than SHA-512");
                }
                packetInput.bytes(114);
            }
            default -> throw EnvelopeException.invalid("A signature has the unknown algorithm " + algorithm);
        }
    }
}
