package jinbo.peer;

import java.util.List;
import java.util.stream.Stream;

/** What users of the programs do otherwise than the page tells: the keys that they have, and the options that they like. */
final class OpenPgpUsageVariants {

    private static final String NOT_GOOD = "certificate refused: PRIMARY_NOT_GOOD";
    private static final String OF_ANOTHER_VERSION = "certificate refused: VERSION";
    private static final String USER = "\"Yunhe Life <$me>\"";

    private static final String FORMAT = "format: 'binary'";
    private static final String SESSION_KEY = FORMAT
            + ", sessionKey: { data: crypto.getRandomValues(new Uint8Array(32)), algorithm: 'aes256', aeadAlgorithm: '%s' }";

    static final String ACCEPTED = "ACCEPTED";
    private static final String SIGNED_AS_TEXT = "REFUSED: ENVELOPE_INVALID (TEXT_SIGNATURE)";
    private static final String OCB_OF_GNUPG = "REFUSED: ENVELOPE_INVALID (GNUPG_OCB)";

    /**
     * A key of another kind.
     *
     * @param name of the kind, as the table tells it
     * @param commands that make it and leave {@code certificate.asc}
     * @param expected what comes of the whole cycle with it
     */
    record Key(PartnerProgram program, String name, String commands, String expected) {
        @Override
        public String toString() {
            return program + ": " + name;
        }
    }

    /**
     * Another way to seal.
     *
     * @param options how it is told in the table
     * @param functions shell functions in the place of the program
     * @param expected what becomes of the upload
     */
    record Sealing(PartnerProgram program, String options, String functions, String expected) {

        private static Sealing with(PartnerProgram program, String options, String expected) {
            String name = program == PartnerProgram.SEQUOIA ? "sq" : program == PartnerProgram.RNP ? "rnp" : "gpg";
            String command = program == PartnerProgram.GNUPG_1 ? "gpg1" : name;
            String functions = program == PartnerProgram.SEQUOIA
                    ? "sq() { local verb=$1; shift; command sq \"$verb\" " + options + " \"$@\"; }"
                    : command + "() { command " + command + " " + options + " \"$@\"; }";
            return new Sealing(program, "`" + options + "`", functions, expected);
        }

        private static Sealing configured(String what, String configuration, String expected) {
            String preload = "import { config, enums } from 'openpgp'; " + configuration;
            return new Sealing(
                    PartnerProgram.OPENPGP_JS,
                    what,
                    "printf '%s' \"" + preload + "\" > preload.mjs\n"
                            + "node() { command node --import ./preload.mjs \"$@\"; }",
                    expected);
        }
    }

    private OpenPgpUsageVariants() {}

    static List<Key> keys() {
        return List.of(
                gnuPg("RSA of 3072 bits", "rsa3072", "rsa3072", SystemClockExchange.CYCLE),
                gnuPg("RSA of 4096 bits", "rsa4096", "rsa4096", SystemClockExchange.CYCLE),
                gnuPg("NIST P-256", "nistp256", "nistp256", SystemClockExchange.CYCLE),
                gnuPg("Brainpool P-256", "brainpoolP256r1", "brainpoolP256r1", NOT_GOOD),
                gnuPg("Ed448 and X448, of its version 5", "ed448", "cv448", OF_ANOTHER_VERSION),
                sequoia("RSA of 3072 bits", "--cipher-suite rsa3k", SystemClockExchange.CYCLE),
                sequoia("version 6, Ed25519 and X25519", "--profile rfc9580", SystemClockExchange.CYCLE),
                rnp("RSA of 3072 bits", "--numbits 3072", "", SystemClockExchange.CYCLE),
                rnp("RSA of 2048 bits, its default", "", "", NOT_GOOD),
                rnp("NIST P-256", "--expert", "19\\n1\\n", SystemClockExchange.CYCLE),
                rnp("SM2", "--expert", "99\\n", "certificate refused: ALGORITHM"),
                openPgpJs("RSA of 3072 bits", "type: 'rsa', rsaBits: 3072", SystemClockExchange.CYCLE),
                openPgpJs("NIST P-256", "type: 'ecc', curve: 'nistP256'", SystemClockExchange.CYCLE),
                openPgpJs("Ed25519 and X25519 of version 4", "type: 'curve25519'", SystemClockExchange.CYCLE),
                openPgpJs("version 6, Ed25519 and X25519", "config: { v6Keys: true }", SystemClockExchange.CYCLE));
    }

    static List<Sealing> sealings() {
        Stream<Sealing> gnuPg = Stream.of(
                        "--compress-algo none",
                        "--compress-algo zip",
                        "--compress-algo zlib",
                        "--compress-algo bzip2",
                        "--armor",
                        "--throw-keyids",
                        "--encrypt-to \"$me\"",
                        "--cipher-algo AES --digest-algo SHA512")
                .flatMap(options -> Stream.of(PartnerProgram.GNUPG, PartnerProgram.GNUPG_1)
                        .map(program -> Sealing.with(program, options, ACCEPTED)));
        Stream<Sealing> others = Stream.of(
                Sealing.with(PartnerProgram.GNUPG, "--rfc4880", ACCEPTED),
                Sealing.with(PartnerProgram.GNUPG, "--force-ocb", OCB_OF_GNUPG),
                Sealing.with(PartnerProgram.GNUPG, "--textmode", SIGNED_AS_TEXT),
                Sealing.with(PartnerProgram.SEQUOIA, "--compression none", ACCEPTED),
                Sealing.with(PartnerProgram.SEQUOIA, "--compression zip", ACCEPTED),
                Sealing.with(PartnerProgram.SEQUOIA, "--compression zlib", ACCEPTED),
                Sealing.with(PartnerProgram.SEQUOIA, "--compression bzip2", ACCEPTED),
                Sealing.with(PartnerProgram.SEQUOIA, "--binary", ACCEPTED),
                Sealing.with(PartnerProgram.SEQUOIA, "--for-email \"$me\"", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "-z 0", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--zip", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--zlib", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--bzip", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--armor", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--recipient \"$me\"", ACCEPTED),
                Sealing.with(PartnerProgram.RNP, "--aead=OCB", OCB_OF_GNUPG),
                Sealing.with(PartnerProgram.RNP, "--aead=EAX", OCB_OF_GNUPG),
                Sealing.configured("`preferredCompressionAlgorithm` zip", compression("zip"), ACCEPTED),
                Sealing.configured("`preferredCompressionAlgorithm` zlib", compression("zlib"), ACCEPTED),
                byHand("integrity protection of version 2, GCM", FORMAT, SESSION_KEY.formatted("gcm"), ACCEPTED),
                byHand("integrity protection of version 2, OCB", FORMAT, SESSION_KEY.formatted("ocb"), ACCEPTED),
                byHand("integrity protection of version 2, EAX", FORMAT, SESSION_KEY.formatted("eax"), ACCEPTED),
                byHand("`format: 'armored'`", FORMAT, "format: 'armored'", ACCEPTED),
                byHand(
                        "the file as `text`",
                        "binary: readFileSync(process.env.upload)",
                        "text: readFileSync(process.env.upload, 'utf8')",
                        SIGNED_AS_TEXT));
        return Stream.concat(gnuPg, others).toList();
    }

    /** The script of the page, with some words in the place of others. */
    private static Sealing byHand(String what, String words, String others, String expected) {
        return new Sealing(
                PartnerProgram.OPENPGP_JS,
                what,
                "sed \"s/" + words + "/" + others + "/\" seal.mjs > other.mjs\n"
                        + "node() { ! cmp -s seal.mjs other.mjs && command node other.mjs; }",
                expected);
    }

    /**
     * GnuPG 2.4.7 does not find about one in eighty of the Ed448 keys that it makes ("No secret key", 6 of 500), and never
     * lost one of another kind: it is asked up to five times.
     */
    private static Key gnuPg(String name, String signs, String decrypts, String expected) {
        return new Key(PartnerProgram.GNUPG, name, """
                gpg() { command gpg --compliance gnupg "$@"; }
                makes() { gpg --batch --passphrase '' --quick-generate-key %s %s sign 2y; }
                makes || makes || makes || makes || makes
                key=$(gpg --with-colons --list-keys "$me" | awk -F: '$1 == "fpr" { print $10; exit }')
                gpg --batch --passphrase '' --quick-add-key "$key" %s encr 2y
                gpg --armor --export "$me" > certificate.asc
                """.formatted(USER, signs, decrypts), expected);
    }

    private static Key sequoia(String name, String options, String expected) {
        return new Key(PartnerProgram.SEQUOIA, name, """
                sq key generate --own-key --without-password --userid %s %s
                sq cert export --cert-email "$me" > certificate.asc
                """.formatted(USER, options), expected);
    }

    private static Key rnp(String name, String options, String typed, String expected) {
        return new Key(PartnerProgram.RNP, name, """
                printf '%s' | rnpkeys --generate-key %s --userid %s --password ''
                rnpkeys --export-key "$me" --output certificate.asc
                """.formatted(typed, options, USER), expected);
    }

    private static Key openPgpJs(String name, String options, String expected) {
        return new Key(
                PartnerProgram.OPENPGP_JS,
                name,
                "sed \"s/userIDs:/" + options + ", userIDs:/\" make-key.mjs > other-key.mjs\nnode other-key.mjs\n",
                expected);
    }

    private static String compression(String name) {
        return "config.preferredCompressionAlgorithm = enums.compression." + name + ";";
    }
}
