package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jinbo.accesslog.verifier.Checkpoint.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats of keys and checkpoints, and invalid ones with a valid signature. */
class CheckpointTest {

    private static final NoteSigner LOG = LogFixture.SIGNER;
    private static final NoteSigner OTHER_KEY = NoteSigner.of(LOG.name(), 2);
    private static final NoteSigner WITNESS = NoteSigner.of("witness.invalid/w1", 3);
    private static final String ROOT = LogFixture.base64(NaiveTree.sha256("a root".getBytes(StandardCharsets.UTF_8)));
    private static final String HEAD = LOG.name() + "\n7\n" + ROOT + "\n";
    private static final String NOTE = LOG.note(HEAD);

    @Test
    void theExampleOfTheGoChecksumDatabaseIsVerified() throws MalformedException {
        // golang.org/x/mod/sumdb/note, the package's example
        VerifierKey key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        String note = text
                + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

        assertThat(SignedNote.open(note, key)).isEqualTo(text);
    }

    @Test
    void aSignedCheckpointIsOpened() throws MalformedException {
        Checkpoint checkpoint = Checkpoint.open(NOTE, LOG.verifierKey());

        assertThat(checkpoint.origin()).isEqualTo(LOG.name());
        assertThat(checkpoint.size()).isEqualTo(7);
        assertThat(checkpoint.root()).hasToString(ROOT);
    }

    @Test
    void signaturesOfWitnessesArePassedOver() throws MalformedException {
        assertThat(Checkpoint.open(NOTE + WITNESS.signature(HEAD), LOG.verifierKey())
                        .size())
                .isEqualTo(7);
        assertThat(Checkpoint.open(NOTE + OTHER_KEY.signature(HEAD), LOG.verifierKey())
                        .size())
                .isEqualTo(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String attack, String note, Fault fault) {
        assertThat(faultOf(note)).isEqualTo(fault);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("nothing", "", Fault.NOTE_SHAPE),
                Arguments.of("no signature", HEAD + "\n", Fault.NOTE_SHAPE),
                Arguments.of("wrong key", OTHER_KEY.note(HEAD), Fault.SIGNATURE_MISSING),
                Arguments.of("wrong name", WITNESS.note(HEAD), Fault.SIGNATURE_MISSING),
                Arguments.of("two signatures", NOTE + LOG.signature(HEAD), Fault.SIGNATURE_DOUBLED),
                Arguments.of(
                        "a wrong signature beside a right one", NOTE + LOG.signature("x\n"), Fault.SIGNATURE_DOUBLED),
                Arguments.of("signature of another note", HEAD + "\n" + LOG.signature("x\n"), Fault.SIGNATURE_WRONG),
                Arguments.of(
                        "a word between name and signature", NOTE.replace("/test ", "/test word "), Fault.NOTE_SHAPE),
                Arguments.of("33 signatures", NOTE + WITNESS.signature(HEAD).repeat(32), Fault.SIGNATURES_TOO_MANY),
                Arguments.of(
                        "signature without its last line end", NOTE.substring(0, NOTE.length() - 1), Fault.NOTE_SHAPE),
                Arguments.of("a line behind", NOTE + "\n", Fault.NOTE_SHAPE),
                Arguments.of("CR LF", NOTE.replace("\n", "\r\n"), Fault.TEXT_INVALID),
                Arguments.of("byte order mark", "\uFEFF" + NOTE, Fault.TEXT_INVALID),
                Arguments.of("signed byte order mark", LOG.note("\uFEFF" + HEAD), Fault.TEXT_INVALID),
                Arguments.of("other origin", LOG.note(HEAD.replace("test", "best")), Fault.ORIGIN_OTHER),
                Arguments.of("leading zero", LOG.note(HEAD.replace("\n7\n", "\n07\n")), Fault.SIZE_MALFORMED),
                Arguments.of("plus", LOG.note(HEAD.replace("\n7\n", "\n+7\n")), Fault.SIZE_MALFORMED),
                Arguments.of("minus", LOG.note(HEAD.replace("\n7\n", "\n-7\n")), Fault.SIZE_MALFORMED),
                Arguments.of("other digits", LOG.note(HEAD.replace("\n7\n", "\n\uFF17\n")), Fault.SIZE_MALFORMED),
                Arguments.of("2^63", LOG.note(HEAD.replace("\n7\n", "\n9223372036854775808\n")), Fault.SIZE_MALFORMED),
                Arguments.of(
                        "10^30", LOG.note(HEAD.replace("\n7\n", "\n1" + "0".repeat(30) + "\n")), Fault.SIZE_MALFORMED),
                Arguments.of("a root for nothing", LOG.note(HEAD.replace("\n7\n", "\n0\n")), Fault.ROOT_MALFORMED),
                Arguments.of("root cut", LOG.note(HEAD.replace(ROOT, ROOT.substring(4))), Fault.ROOT_MALFORMED),
                Arguments.of("root without pad", LOG.note(HEAD.replace("=", "")), Fault.ROOT_MALFORMED),
                Arguments.of("extension line", LOG.note(HEAD + "more\n"), Fault.CHECKPOINT_SHAPE),
                Arguments.of("line missing", LOG.note(LOG.name() + "\n7\n"), Fault.CHECKPOINT_SHAPE),
                Arguments.of("two heads", LOG.note(HEAD + "\n" + HEAD), Fault.CHECKPOINT_SHAPE));
    }

    @Test
    void aSignatureHasOneSpelling() {
        int last = NOTE.lastIndexOf('=') - 1;
        long others = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .filter(c -> c != NOTE.charAt(last))
                .mapToObj(c -> NOTE.substring(0, last) + (char) c + NOTE.substring(last + 1))
                .filter(note -> faultOf(note) == Fault.NOTE_SHAPE || faultOf(note) == Fault.SIGNATURE_WRONG)
                .count();

        assertThat(others).isEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b", "a+00000000+", "+00000000+AA==", "a b+00000000+AA==", "a+0000000+AA=="})
    void whatIsNoKeyIsRefused(String text) {
        assertThat(keyFault(text)).isEqualTo(Fault.KEY_MALFORMED);
    }

    @Test
    void aKeyIsReadToTheLastCharacter() {
        String key = LOG.key();
        assertThat(keyFault(key + "\n\n")).isEqualTo(Fault.KEY_MALFORMED);
        assertThat(keyFault(key + " ")).isEqualTo(Fault.KEY_MALFORMED);
        assertThat(keyFault(key.replace("test", "tesT"))).isEqualTo(Fault.KEY_ID_WRONG);
        assertThat(keyFault(key.substring(0, key.length() - 4))).isEqualTo(Fault.KEY_MALFORMED);
    }

    private static Fault faultOf(String note) {
        return catchThrowableOfType(
                        MalformedException.class,
                        () -> Checkpoint.open(note.getBytes(StandardCharsets.UTF_8), LOG.verifierKey()))
                .finding()
                .fault();
    }

    private static Fault keyFault(String text) {
        return catchThrowableOfType(MalformedException.class, () -> VerifierKey.parse(text))
                .finding()
                .fault();
    }
}
