package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jinbo.reference.phone.MobileParseResult.Read;
import jinbo.reference.phone.MobileParseResult.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MobileParserTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(
            resources = "typed-numbers.csv",
            numLinesToSkip = 1,
            emptyValue = "",
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false)
    void parsesWhatPeopleType(String typed, String outcome, String why) {
        MobileParseResult reading = MobileParser.read(TypedNumberGenerator.unescape(typed));

        assertThat(TypedNumberGenerator.outcome(reading)).as(why).isEqualTo(outcome);
    }

    @Test
    void parsesDecoratedNumbers() {
        Random random = new Random(20120921);
        for (int i = 0; i < 200_000; i++) {
            Mobile mobile = TypedNumberGenerator.mobile(random);
            String typed = TypedNumberGenerator.decorated(mobile, random);

            assertThat(MobileParser.read(typed)).as(typed).isEqualTo(new Read(mobile));
        }
    }

    @Test
    void refusesLettersAnywhere() {
        Random random = new Random(20130101);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder typed =
                    new StringBuilder(TypedNumberGenerator.decorated(TypedNumberGenerator.mobile(random), random));
            char letter = TypedNumberGenerator.letter(random);
            int at = random.nextInt(typed.length());
            if (random.nextBoolean()) {
                typed.insert(at, letter);
            } else {
                typed.setCharAt(at, letter);
            }

            assertThat(MobileParser.read(typed)).as(typed.toString()).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void parsesAnyTextWithoutInventingNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String typed = TypedNumberGenerator.noise(random);
            if (MobileParser.read(typed) instanceof Read read) {
                assertThat(TypedNumberGenerator.digitsIn(typed))
                        .as(typed)
                        .endsWith(read.mobile().digits());
            }
        }
    }

    @Test
    void refusesTwoNumbersInOneCell() {
        Random random = new Random(2);
        for (String between : new String[] {"", " ", "-", ".", ";", ",", "/", "\n", "\u3001", " - ", "(", "\t"}) {
            for (int i = 0; i < 2_000; i++) {
                String typed = TypedNumberGenerator.mobile(random).digits()
                        + between
                        + TypedNumberGenerator.mobile(random).digits();

                assertThat(MobileParser.read(typed))
                        .as(typed)
                        .isEqualTo(new Unreadable(MobileParseResult.Problem.MALFORMED));
            }
        }
    }

    @Test
    void parsesCellsOfOneMegabyte() {
        assertThat(MobileParser.read("1".repeat(1 << 20)))
                .isEqualTo(new Unreadable(MobileParseResult.Problem.MALFORMED));
        assertThat(MobileParser.read(" ".repeat(1 << 20))).isEqualTo(new Unreadable(MobileParseResult.Problem.MISSING));
        assertThat(MobileParser.read("-".repeat(1 << 20) + "13810001234"))
                .isEqualTo(new Unreadable(MobileParseResult.Problem.MALFORMED));
        assertThat(MobileParser.read("\u200B".repeat(1 << 20) + "13810001234")).isInstanceOf(Read.class);
    }
}
