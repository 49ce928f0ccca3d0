package jinbo.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.Prompt;

/** Somebody at a terminal who gives one answer after the other, and then none. */
public final class PromptAnswers implements Prompt {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    /** What is answered to the next questions; what was asked before is forgotten. */
    public void next(String... next) {
        answers.addAll(List.of(next));
        questions.clear();
    }

    /** What was asked since the answers were given. */
    public List<String> questions() {
        return questions;
    }

    @Override
    public Optional<char[]> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll()).map(String::toCharArray);
    }
}
