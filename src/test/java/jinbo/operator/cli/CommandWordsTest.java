package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {

    private static final String READ_OUT = "ABCD 1381 0001 2345 ABCD ABCD ABCD ABCD ABCD ABCD";

    @Test
    void digitsOfAFingerprintInGroupsAreNoPhoneNumber() {
        CommandWords words = CommandWords.of(Jinbo.commandLine(Texts.in(Language.EN))
                .parseArgs("key", "refuse", "YUNHE", READ_OUT, "--reason", "unknown"));

        assertThat(words.holdNumbers()).isFalse();
        assertThat(words.inLog()).contains(READ_OUT.replace(" ", ""));
    }
}
