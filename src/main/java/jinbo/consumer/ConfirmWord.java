package jinbo.consumer;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Covered;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.LogTree;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Sector;
import jinbo.mobile.Mobile;
import jinbo.tlog.NoteSigner;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** Writes the confirmation of something that was said, signed, with its place in the access log. */
@Component
class ConfirmWord {

    private final ShowToHolder show;
    private final GivenWords words;
    private final KeyedNumbers keyed;
    private final LogTree tree;
    private final LogEvidence evidence;
    private final ConfirmationKey key;

    ConfirmWord(
            ShowToHolder show,
            GivenWords words,
            KeyedNumbers keyed,
            LogTree tree,
            LogEvidence evidence,
            ConfirmationKey key) {
        this.show = show;
        this.words = words;
        this.keyed = keyed;
        this.tree = tree;
        this.evidence = evidence;
        this.key = key;
    }

    Optional<Confirmation> of(Mobile mobile, ActReference reference) {
        return words.byReference(reference, keyed.ever(mobile))
                .map(kept -> show.announced(
                        mobile, "the holder takes the confirmation " + reference, permit -> confirm(mobile, kept)));
    }

    String verifierKey() {
        return key.signer().verifierKey().toString();
    }

    private Confirmation confirm(Mobile mobile, GivenWords.Kept kept) {
        Covered place = tree.cover(kept.entry());
        NoteSigner signer = key.signer();
        return new Confirmation(
                kept.word(),
                signer.sign(text(mobile, kept, place)).toString(),
                signer.verifierKey().toString(),
                evidence.prove(place.index()).orElseThrow());
    }

    private static String text(Mobile mobile, GivenWords.Kept kept, Covered place) {
        GivenWord word = kept.word();
        StringBuilder text = new StringBuilder("jinbo-confirmation/v1\n");
        line(text, "reference", word.reference().value());
        line(text, "number", mobile.digits());
        line(
                text,
                "registered",
                word.registeredAt().atZone(BusinessTime.ZONE).toOffsetDateTime().toString());
        if (word.ban().isEmpty()) {
            line(text, "no-calls-from", "nobody: all blocks cancelled");
        } else {
            line(
                    text,
                    "no-calls-from",
                    Stream.concat(
                                    word.sectors().stream()
                                            .map(Sector::name)
                                            .sorted()
                                            .map(sector -> "all of " + sector),
                                    word.insurers().stream().sorted().map(InsurerCode::value))
                            .collect(Collectors.joining(", ")));
            GivenWord.Ban ban = word.ban().get();
            line(text, "term", ban.term().text());
            line(text, "first-day", ban.days().effectiveOn().toString());
            line(text, "last-day", ban.days().expiresOn().minusDays(1).toString());
            line(text, "consent", ban.consent());
        }
        line(text, "revision", Long.toString(kept.revision()));
        line(text, "log-index", Long.toString(place.index()));
        // the checkpoint's own lines: origin, size, root
        place.checkpoint().lines().limit(3).forEach(checkpoint -> line(text, "log-checkpoint", checkpoint));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
