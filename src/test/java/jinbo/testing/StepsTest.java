package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class StepsTest {

    private final Steps steps = new Steps();

    @Test
    void namesTheStepThatFailedAndThoseBeforeIt() {
        steps.take("an insurer joins", () -> {});
        int lists = steps.take("a list is made", () -> 1);

        assertThat(lists).isEqualTo(1);
        assertThatThrownBy(() ->
                        steps.take("it is delivered", () -> assertThat(lists).isEqualTo(2)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Step 3, \"it is delivered\": ")
                .hasMessageEndingWith("Steps before it:\n  1. an insurer joins\n  2. a list is made");
    }

    @Test
    void keepsTheCauseOfAStepThatThrows() {
        IOException cause = new IOException("the disk is full");

        assertThatThrownBy(() -> steps.take("a file is written", () -> {
                    throw cause;
                }))
                .hasMessage("Step 1, \"a file is written\": the disk is full")
                .hasCause(cause);
    }

    @Test
    void skipsAStoryWhereAStepCannotBeTakenHere() {
        assertThatThrownBy(() -> steps.take("gpg opens it", () -> {
                    throw new TestAbortedException("gpg is not installed");
                }))
                .isInstanceOf(TestAbortedException.class);
    }
}
