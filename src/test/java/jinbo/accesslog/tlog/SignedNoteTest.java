package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String PETER = "— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH = "— EnochRoot"
            + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final VerifierKey ENOCHS_KEY =
            VerifierKey.of("EnochRoot", Base64.getDecoder().decode("O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik="));

    @Test
    void signsLikeGo() {
        assertThat(SampleKeys.peter().sign(TEXT)).hasToString(TEXT + "\n" + PETER);
    }

    @Test
    void eachSigningKeyVerifiesNote() throws TlogException {
        SignedNote note = parse(TEXT + "\n" + PETER + ENOCH);

        assertThat(SampleKeys.peter().verifierKey().verify(note)).isEqualTo(TEXT);
        assertThat(ENOCHS_KEY.verify(note)).isEqualTo(TEXT);
        assertThat(note).hasToString(TEXT + "\n" + PETER + ENOCH);
    }

    @Test
    void refusesNoteThatOnlyOthersSigned() throws TlogException {
        refuse(TEXT + "\n" + ENOCH, "No signature line is by the key");
        refuse(TEXT + "\n" + PETER.replace("PeterNeumann", "CarmenSandiego"), "No signature line is by the key");
        refuse(TEXT + "\n" + PETER.replace("x08g", "xxxx"), "No signature line is by the key");
    }

    @Test
    void refusesWrongSignatureBesideRightOne() throws TlogException {
        String longer = PETER.replace("ZJku", "ZJkuABCD");

        refuse(TEXT + "\n" + longer, "is wrong");
        refuse(TEXT + "\n" + PETER + longer, "is wrong");
        refuse("More.\n" + TEXT + "\n" + PETER, "is wrong");
    }

    @Test
    void refusesSignatureWithFlippedBit() throws TlogException {
        String base64 = PETER.substring(PETER.lastIndexOf(' ') + 1).strip();
        byte[] bytes = Base64.getDecoder().decode(base64);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            String line = PETER.replace(base64, Base64.getEncoder().encodeToString(flipped));

            assertThatThrownBy(() -> SampleKeys.peter().verifierKey().verify(parse(TEXT + "\n" + line)))
                    .isInstanceOf(UnverifiedNoteException.class);
        }
    }

    @Test
    void lastEmptyLineSeparatesTextAndSignatures() throws TlogException {
        String text = "One.\n\n\n— PeterNeumann is quoted here\n\n";

        SignedNote note = SampleKeys.peter().sign(text);

        assertThat(parse(note.toString())).isEqualTo(note);
        assertThat(SampleKeys.peter().verifierKey().verify(parse(note.toString())))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "%text",
                "%text\n",
                "%text\n%peter-cut",
                "\u0001%text\n%peter",
                "%text\n%peter\u0000",
                "%text\r\n\n%peter",
                "%text\n%peterUnexpected line.\n",
                "%text\n%peter\n",
                "%text\n— PeterNeumann\n",
                "%text\n— PeterNeumann \n",
                "%text\n— PeterNeumann  x08go/ZJkg==\n",
                "%text\n— Peter Neumann x08go/ZJkg==\n",
                "%text\n— Peter+Neumann x08go/ZJkg==\n",
                "%text\n— Peter\u00a0Neumann x08go/ZJkg==\n",
                "%text\n— Peter\u3000Neumann x08go/ZJkg==\n",
                "%text\n— Peter\u0085Neumann x08go/ZJkg==\n",
                "%text\n—  x08go/ZJkg==\n",
                "%text\n- PeterNeumann x08go/ZJkg==\n",
                "%text\n— PeterNeumann x08go/ZJkg\n",
                "%text\n— PeterNeumann x08go/ZJkh==\n",
                "%text\n— PeterNeumann x08go_ZJkg==\n",
                "%text\n— PeterNeumann x08go/ZJkg==\r\n",
                "%text\n— PeterNeumann x08goy==\n",
                "%text\n— PeterNeumann x08gow==\n",
            })
    void refusesMalformedNote(String template) {
        String note = template.replace("%text", TEXT)
                .replace("%peter-cut", PETER.stripTrailing())
                .replace("%peter", PETER);

        assertThatThrownBy(() -> parse(note)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void acceptsAtMostHundredSignatures() throws TlogException {
        assertThat(parse(TEXT + "\n" + PETER.repeat(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> parse(TEXT + "\n" + PETER.repeat(101)))
                .isInstanceOfSatisfying(
                        TlogFormatException.class, e -> assertThat(e).hasMessageContaining("line 104"));
    }

    @Test
    void refusesNoteOfMoreThanMebibyte() {
        String note = "a".repeat(1 << 20) + "\n\n" + PETER;

        assertThatThrownBy(() -> SignedNote.parse(note)).hasMessageContaining("is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a\tb\n", "a\r\n", "\ud800\n"})
    void refusesToSignUnparsableText(String text) {
        assertThatThrownBy(() -> SampleKeys.peter().sign(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedNote parse(String note) throws TlogFormatException {
        return SignedNote.parse(note);
    }

    private static void refuse(String note, String reason) throws TlogException {
        SignedNote parsed = parse(note);
        VerifierKey key = SampleKeys.peter().verifierKey();
        assertThatThrownBy(() -> key.verify(parsed))
                .isInstanceOf(UnverifiedNoteException.class)
                .hasMessageContaining(reason);
    }
}
