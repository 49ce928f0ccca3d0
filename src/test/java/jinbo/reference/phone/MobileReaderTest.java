package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jinbo.reference.phone.MobileReading.Read;
import jinbo.reference.phone.MobileReading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MobileReaderTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(
            resources = "typed-numbers.csv",
            numLinesToSkip = 1,
            emptyValue = "",
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false)
    void whatPeopleType(String typed, String outcome, String why) {
        MobileReading reading = MobileReader.read(TypedNumbers.unescape(typed));

        assertThat(TypedNumbers.outcome(reading)).as(why).isEqualTo(outcome);
    }

    @Test
    void aDecoratedNumberIsReadBack() {
        Random random = new Random(20120921);
        for (int i = 0; i < 200_000; i++) {
            Mobile mobile = TypedNumbers.mobile(random);
            String typed = TypedNumbers.decorated(mobile, random);

            assertThat(MobileReader.read(typed)).as(typed).isEqualTo(new Read(mobile));
        }
    }

    @Test
    void aLetterAnywhereMeansNoNumber() {
        Random random = new Random(20130101);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder typed = new StringBuilder(TypedNumbers.decorated(TypedNumbers.mobile(random), random));
            char letter = TypedNumbers.letter(random);
            int at = random.nextInt(typed.length());
            if (random.nextBoolean()) {
                typed.insert(at, letter);
            } else {
                typed.setCharAt(at, letter);
            }

            assertThat(MobileReader.read(typed)).as(typed.toString()).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void anyCharactersAtAllGiveAnAnswerAndNeverANumberWithoutElevenDigits() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String typed = TypedNumbers.noise(random);
            if (MobileReader.read(typed) instanceof Read read) {
                assertThat(TypedNumbers.digitsIn(typed))
                        .as(typed)
                        .endsWith(read.mobile().digits());
            }
        }
    }

    @Test
    void twoNumbersInOneCellAreNeverOne() {
        Random random = new Random(2);
        for (String between : new String[] {"", " ", "-", ".", ";", ",", "/", "\n", "\u3001", " - ", "(", "\t"}) {
            for (int i = 0; i < 2_000; i++) {
                String typed = TypedNumbers.mobile(random).digits()
                        + between
                        + TypedNumbers.mobile(random).digits();

                assertThat(MobileReader.read(typed)).as(typed).isEqualTo(new Unreadable(MobileProblem.MALFORMED));
            }
        }
    }

    @Test
    void aCellOfAMegabyteIsAnsweredWithoutBeingKept() {
        assertThat(MobileReader.read("1".repeat(1 << 20))).isEqualTo(new Unreadable(MobileProblem.MALFORMED));
        assertThat(MobileReader.read(" ".repeat(1 << 20))).isEqualTo(new Unreadable(MobileProblem.MISSING));
        assertThat(MobileReader.read("-".repeat(1 << 20) + "13810001234"))
                .isEqualTo(new Unreadable(MobileProblem.MALFORMED));
        assertThat(MobileReader.read("\u200B".repeat(1 << 20) + "13810001234")).isInstanceOf(Read.class);
    }
}
