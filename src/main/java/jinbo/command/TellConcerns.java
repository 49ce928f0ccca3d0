package jinbo.command;

import java.util.List;
import jinbo.insurer.InsurerCode;
import jinbo.watch.Concern;

/** Writes what needs a person; each kind of concern has a sentence {@code concern.CODE} that says what to do. */
final class TellConcerns {

    private TellConcerns() {}

    static void on(Page page, List<Concern> concerns) {
        if (!concerns.isEmpty()) {
            page.blank();
            page.say("concerns");
            concerns.forEach(concern -> page.print("  " + sentence(concern, page.texts())));
        }
    }

    private static String sentence(Concern concern, Texts texts) {
        String sentence = texts.of(
                "concern." + concern.code(),
                concern.insurer().map(InsurerCode::value).orElse(Page.NOTHING),
                concern.detail().orElse(Page.NOTHING));
        return concern.notice()
                .map(notice -> texts.of("notice." + notice.level(), Long.toString(notice.daysLeft()), sentence))
                .orElse(sentence);
    }
}
