package jinbo.operator.cli;

import java.util.List;
import jinbo.operator.alert.Concern;
import jinbo.operator.alert.ConcernSentences;

/** Writes what needs a person, under a heading, if there is anything. */
final class TellConcerns {

    private TellConcerns() {}

    static void on(Page page, List<Concern> concerns) {
        if (!concerns.isEmpty()) {
            ConcernSentences sentences =
                    ConcernSentences.in(page.texts().language().locale());
            page.blank();
            page.say("concerns");
            concerns.forEach(concern -> page.print("  " + sentences.of(concern)));
        }
    }
}
