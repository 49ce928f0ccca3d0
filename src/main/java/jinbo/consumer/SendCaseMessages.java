package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jinbo.cases.CaseMessages;
import jinbo.cases.CaseNumber;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import org.springframework.stereotype.Component;

/**
 * Sends a message to consumers who have asked for it when their complaint changes. The message says no more than that;
 * the portal shows the rest.
 */
@Component
public record SendCaseMessages(CaseMessages cases, ShortMessages messages) {

    private static final int AT_A_TIME = 10;

    /** After this number of failures in succession, no gateway is expected to accept the next message. */
    private static final int MAX_CONSECUTIVE_FAILURES = 10;

    /** How many messages were sent; {@code why} is the reason of the last failure, empty if there was none. */
    public record Report(long sent, long notSent, Optional<String> why) {}

    /** Sends all messages that are due, until a stop is requested. */
    public Report send(BooleanSupplier stopRequested) {
        long sent = 0;
        long notSent = 0;
        int consecutiveFailures = 0;
        long after = 0;
        Optional<String> why = Optional.empty();
        List<CaseMessages.Due> due = cases.due(after, AT_A_TIME);
        while (!due.isEmpty()) {
            for (CaseMessages.Due one : due) {
                if (consecutiveFailures == MAX_CONSECUTIVE_FAILURES || stopRequested.getAsBoolean()) {
                    return new Report(sent, notSent, why);
                }
                CaseMessages.Result result =
                        cases.send(one, mobile -> refusalOf(new ShortMessage(mobile, text(one.number()))));
                sent += result.sent() ? 1 : 0;
                notSent += result.refusal().isPresent() ? 1 : 0;
                consecutiveFailures = result.refusal().isPresent() ? consecutiveFailures + 1 : 0;
                why = result.refusal().isPresent() ? result.refusal() : why;
                after = one.event();
            }
            due = cases.due(after, AT_A_TIME);
        }
        return new Report(sent, notSent, why);
    }

    private Optional<String> refusalOf(ShortMessage message) {
        return messages.send(message) instanceof ShortMessages.Outcome.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    /** Returns the text in both languages, because the holder's language is not known. */
    private static String text(CaseNumber number) {
        return "您的投诉 " + number + " 有新进展，请在登记页面“我的投诉”中查看。如不想再收到此类短信，可在该页面关闭。\n"
                + "[Jinbo] There is news about your complaint " + number + ": see \"My complaints\" at the portal.";
    }
}
