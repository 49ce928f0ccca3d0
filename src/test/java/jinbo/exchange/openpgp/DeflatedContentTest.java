package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.FILE;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import jinbo.exchange.openpgp.Sealer.DeflatedContent;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.platform.deflate.DeflateOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedContentTest {

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 3_000})
    void contentThatDeflatesItselfIsOpenedAsItReads(int repetitions) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealResult told = seal(new Repeating(repetitions, repetitions), sealed);

        OpenResult<byte[]> openResult = EnvelopeFixture.open(sealed.toByteArray(), yunhe, association.certificate());

        byte[] clear = new Repeating(repetitions, repetitions).inTheClear();
        assertThat(openResult)
                .isInstanceOfSatisfying(
                        OpenResult.Opened.class,
                        opened -> assertThat(opened.value()).isEqualTo(clear));
        assertThat(told.contentSize()).isEqualTo(clear.length);
        assertThat(told.size()).isEqualTo(sealed.size());
    }

    @Test
    void contentOfAnotherLengthThanItHasToldIsNotSealed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> seal(new Repeating(3, 4), new ByteArrayOutputStream()))
                .withMessageContaining(FILE);
    }

    @Test
    void contentThatIsTooLongForAKnownLengthIsStillHeldToWhatItHasTold() {
        DeflatedContent long4 = new DeflatedContent() {
            @Override
            public long length() {
                return Sealer.LONGEST_CONTENT + 1;
            }

            @Override
            public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
                clear.write(CONTENT);
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> seal(long4, new ByteArrayOutputStream()))
                .withMessageContaining("has 1200 bytes and not the 4294967290");
    }

    @Test
    void theLongestKnownLengthIsWrittenInFiveOctets() {
        assertThat(Sealer.literalHeader(Sealer.LONGEST_CONTENT)).startsWith(0xCB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 'b', 0);
        assertThat(Sealer.literalHeader(0)).startsWith(0xCB, 0xFF, 0, 0, 0, 6, 'b', 0);
    }

    private SealResult seal(DeflatedContent content, OutputStream sealed) throws IOException {
        return new Sealer(association, CryptoPolicy.standard(), Compression.standard())
                .seal(content, new SealRequest(FILE, Set.of(yunhe.certificate()), NOW), sealed);
    }

    /**
     * The same bytes over and over.
     *
     * @param times how often
     * @param told how often it says
     */
    private record Repeating(int times, int told) implements DeflatedContent {

        @Override
        public long length() {
            return (long) told * CONTENT.length;
        }

        @Override
        public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
            clear.write(inTheClear());
            DeflateOutput output = new DeflateOutput(deflated);
            for (int i = 0; i < times; i++) {
                if (i == 0) {
                    output.literals(CONTENT, 0, CONTENT.length);
                } else {
                    for (int at = 0; at < CONTENT.length; at += 10) {
                        output.repeat(Math.min(10, CONTENT.length - at), CONTENT.length);
                    }
                }
            }
            output.stored(new byte[0]);
        }

        byte[] inTheClear() {
            byte[] all = new byte[times * CONTENT.length];
            for (int i = 0; i < times; i++) {
                System.arraycopy(CONTENT, 0, all, i * CONTENT.length, CONTENT.length);
            }
            return all;
        }
    }
}
