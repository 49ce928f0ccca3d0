package jinbo.operator.cli;

import java.util.Optional;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands about one number are told: the number, and why. */
final class OneNumber {

    private static final int LONGEST_REASON = 500;

    @Parameters(paramLabel = "MOBILE", descriptionKey = "MOBILE")
    private TypedNumber typed = new TypedNumber(TypedNumber.ASK);

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    private Optional<Mobile> mobile = Optional.empty();

    OneNumber() {}

    void check() {
        requireFit(reason);
    }

    /**
     * Makes sure that a reason can be kept: it becomes the purpose of an entry, for ever.
     *
     * @throws UsageException if it cannot
     */
    static void requireFit(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON || PhoneDigits.mayContainNumber(reason)) {
            throw new UsageException("wrong.reason", LONGEST_REASON);
        }
    }

    void ask(Terminal terminal, Texts texts) {
        mobile = Optional.of(typed.told(terminal, texts));
    }

    Mobile mobile() {
        return mobile.orElseThrow(() -> new IllegalStateException("Nobody has said yet which number it is about"));
    }

    String reason() {
        return reason.strip();
    }
}
