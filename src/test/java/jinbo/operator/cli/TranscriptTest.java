package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final String STORY = """
            # An operator looks at the held files.
            * YUNHE uploads complaints-YUNHE-20260302-001.csv.pgp
                mobile,complaint,complained_on
                13810001234,TELEMARKETING,2026-03-01
            * it is 2026-03-02 10:00

              $ jinbo status
              shown

                  indented

              qian$ jinbo held list
              ! complaint
              [1]
            """;

    private final Transcript transcript = Transcript.of(STORY.lines().toList());

    @Test
    void keepsWhatHappensAndWhatIsTypedAndLeavesOutWhatWasShown() {
        assertThat(transcript.parts())
                .containsExactly(
                        new Transcript.Remark("# An operator looks at the held files."),
                        new Transcript.Event(
                                "YUNHE uploads complaints-YUNHE-20260302-001.csv.pgp",
                                List.of("mobile,complaint,complained_on", "13810001234,TELEMARKETING,2026-03-01")),
                        new Transcript.Event("it is 2026-03-02 10:00", List.of()),
                        new Transcript.Typed("$ jinbo status"),
                        new Transcript.Typed("qian$ jinbo held list"));
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(transcript.whole(List.of("shown\n\n    indented\n", "! complaint\n[1]\n")))
                .isEqualTo(STORY);
    }

    @Test
    void canBeWrittenWithoutWhatHappens() {
        assertThat(transcript.commandsAlone(List.of("one\n", "two\n"))).isEqualTo("""
                # An operator looks at the held files.

                  $ jinbo status
                  one

                  qian$ jinbo held list
                  two
                """);
    }

    @Test
    void aLineIsTypedAsInAShell() {
        TypedLine typed = TypedLine.of(
                "qian$ JINBO_PASSPHRASE=secret jinbo case open - --words='a b' --reason \"it's\" <<< '1\\n2' > ./file");

        assertThat(typed.person()).isEqualTo("qian");
        assertThat(typed.environment()).containsEntry("JINBO_PASSPHRASE", "secret");
        assertThat(typed.words()).containsExactly("case", "open", "-", "--words=a b", "--reason", "it's");
        assertThat(typed.input()).hasValue("1\n2\n");
        assertThat(typed.output()).hasValue("./file");
        assertThat(TypedLine.of("$ jinbo status")).isEqualTo(TypedLine.of("$  jinbo  status"));
    }
}
