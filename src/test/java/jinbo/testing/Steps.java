package jinbo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;

/**
 * The steps of a story, each with a name. Where one fails, the failure says which one, and which came before it.
 *
 * <pre>{@code
 * Steps steps = new Steps();
 * steps.take("two officers join", this::join);
 * long request = steps.take("one asks for a release", this::askForRelease);
 * steps.take("the other one confirms it", () -> confirm(request));
 * }</pre>
 */
public final class Steps {

    private final List<String> taken = new ArrayList<>();

    /** A step without a result. */
    @FunctionalInterface
    public interface Step {

        /** Takes the step. */
        void take() throws Exception;
    }

    /** Takes the next step. */
    public void take(String name, Step step) {
        take(name, () -> {
            step.take();
            return taken;
        });
    }

    /** Takes the next step, from which something comes that later ones need. */
    public <T> T take(String name, Callable<T> step) {
        try {
            T result = step.call();
            taken.add(name);
            return result;
        } catch (IncompleteExecutionException skipped) {
            throw skipped;
        } catch (Throwable e) {
            throw new AssertionFailedError(
                    "Step %d, \"%s\": %s%s".formatted(taken.size() + 1, name, e.getMessage(), before()), e);
        }
    }

    private String before() {
        return IntStream.range(0, taken.size())
                .mapToObj(i -> "\n  %d. %s".formatted(i + 1, taken.get(i)))
                .collect(Collectors.joining("", taken.isEmpty() ? "" : "\nSteps before it:", ""));
    }
}
